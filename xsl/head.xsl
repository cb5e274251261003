<?xml version="1.0" encoding="UTF-8"?>
<!-- head.xsl: what a page says about itself, and what stands below it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:variable name="work" select="$identification/a:FRBRWork"/>
  <xsl:variable name="alias"
      select="$work/a:FRBRalias[@name = 'symbol']/@value"/>
  <xsl:variable name="symbol" select="string($alias |
      $work[not($alias)]/a:FRBRnumber/@showAs)"/>

  <!-- Text without notes. -->
  <xsl:template match="text()" mode="text"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="a:authorialNote" mode="text"/>
  <xsl:template match="a:eol" mode="text"><xsl:text> </xsl:text></xsl:template>

  <xsl:template name="head">
    <xsl:variable name="title">
      <xsl:apply-templates mode="text" select="($document/a:preface/a:p |
          $document/a:preface/a:container[@name = 'title']/a:p)
              [a:docTitle or a:docNumber]"/>
    </xsl:variable>
    <xsl:variable name="adoption">
      <xsl:apply-templates mode="text" select="($document/a:coverPage |
          $document/a:preface)//a:p[.//a:docDate[
              contains(@refersTo, 'dateOfAdoption')]][1]"/>
    </xsl:variable>
    <xsl:variable name="name" select="normalize-space($title)"/>
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>
        <xsl:value-of select="$symbol"/>
        <xsl:if test="$symbol != '' and $name != ''">: </xsl:if>
        <xsl:value-of select="$name"/>
        <xsl:if test="$symbol = '' and $name = ''">—</xsl:if>
      </title>
      <xsl:if test="concat($name, $adoption) != ''">
        <meta name="description" content="{normalize-space(concat($name,
            substring(' — ', 1, 3 * ($adoption != '')), $adoption))}"/>
      </xsl:if>
      <meta name="generator" content="resconv"/>
      <meta name="color-scheme" content="light dark"/>
      <xsl:call-template name="running-head"/>
      <xsl:choose>
        <xsl:when test="$assets != ''">
          <link rel="stylesheet" href="{$assets}resconv.css"/>
        </xsl:when>
        <xsl:when test="$css != ''">
          <style><xsl:value-of select="$css"/></style>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="json-ld">
        <xsl:with-param name="title" select="$name"/>
      </xsl:call-template>
    </head>
  </xsl:template>

  <!-- On paper the symbol stands above every page but the first. -->
  <xsl:template name="running-head">
    <xsl:if test="$symbol != '' and translate($symbol,
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/.()- ',
        '') = ''">
      <style>
        <xsl:value-of select="concat('@page { @top-left { content: &quot;',
            $symbol, '&quot; } }')"/>
      </style>
    </xsl:if>
  </xsl:template>

  <!-- What a click may do more, and where it says so. -->
  <xsl:template name="script">
    <p role="status" data-copied="{$word-copied}" data-of="page"></p>
    <xsl:choose>
      <xsl:when test="$assets != ''">
        <script src="{$assets}resconv.js"></script>
      </xsl:when>
      <xsl:when test="$script != ''">
        <script><xsl:value-of select="$script"/></script>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The number of the print job. -->
  <xsl:template name="foot">
    <xsl:variable name="job"
        select="$document/a:meta/a:presentation//a:docketNumber[1]"/>
    <xsl:if test="$job or $symbol != ''">
      <footer class="foot">
        <p>
          <span dir="ltr"><xsl:value-of select="$symbol"/></span>
          <xsl:text> </xsl:text>
          <span dir="ltr"><xsl:value-of select="$job"/></span>
        </p>
      </footer>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
