<?xml version="1.0" encoding="UTF-8"?>
<!-- cover.xsl: masthead, session, adoption; number and title as a heading. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:template match="*" mode="cover">
    <xsl:apply-templates select="."/>
  </xsl:template>

  <xsl:template match="a:container" mode="cover">
    <div class="{@name}" id="{@eId}">
      <xsl:apply-templates select="*" mode="cover"/>
    </div>
  </xsl:template>

  <!-- A line of the cover is called by what it says. -->
  <xsl:template match="a:p" mode="cover">
    <p>
      <xsl:attribute name="class">
        <xsl:choose>
          <xsl:when test="a:docAuthority[@refersTo = '#un' or
              @refersTo = '#publisher']">publisher</xsl:when>
          <xsl:when test="a:docNumber">symbol</xsl:when>
          <xsl:when test="a:docAuthority">organ</xsl:when>
          <xsl:when test="a:session">session</xsl:when>
          <xsl:when test="a:docTitle">adopted</xsl:when>
          <xsl:when test="a:docProponent">proponent</xsl:when>
          <xsl:when test="parent::*[@name = 'masthead']">issue</xsl:when>
          <xsl:otherwise>item</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- Number and title are one heading, be they one line or several. -->
  <xsl:template name="title">
    <xsl:param name="h"/>
    <xsl:variable name="lines" select="a:preface/a:p[a:docNumber or a:docTitle
        or a:docType] | a:preface/a:container[@name = 'title']/a:p"/>
    <xsl:variable name="other" select="a:preface/*[not(self::a:p[a:docNumber or
        a:docTitle or a:docType] or self::a:container[@name = 'title'])]"/>
    <xsl:apply-templates select="a:preface/a:container[@name != 'title']"
        mode="cover"/>
    <xsl:choose>
      <xsl:when test="$lines">
        <xsl:element name="h{$h - ($h > 6) * ($h - 6)}">
          <xsl:attribute name="class">title</xsl:attribute>
          <xsl:attribute name="id">
            <xsl:value-of select="a:preface/@eId"/>
          </xsl:attribute>
          <xsl:for-each select="$lines">
            <xsl:if test="position() > 1"><xsl:text> </xsl:text></xsl:if>
            <span class="line"><xsl:apply-templates/></span>
          </xsl:for-each>
        </xsl:element>
      </xsl:when>
      <xsl:when test="$h = 1">
        <h1 class="title">
          <xsl:value-of select="$symbol"/>
          <xsl:if test="$symbol = ''">—</xsl:if>
        </h1>
      </xsl:when>
    </xsl:choose>
    <xsl:apply-templates select="$other[not(self::a:container)]"/>
  </xsl:template>

  <xsl:template match="a:conclusions">
    <div class="conclusions" id="{@eId}">
      <xsl:apply-templates select="*"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
