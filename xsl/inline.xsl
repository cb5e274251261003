<?xml version="1.0" encoding="UTF-8"?>
<!-- inline.xsl: what stands within a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <!-- Elements without a look of their own give their content: the built-in
       rule. -->

  <xsl:template match="a:inline | a:span">
    <xsl:choose>
      <xsl:when test="@name = 'akn4un:leadPhrase' and self::a:inline">
        <em class="lead {@class}"><xsl:apply-templates/></em>
      </xsl:when>
      <xsl:when test="@class or @xml:lang or @eId">
        <span class="{@class}" id="{@eId}" lang="{@xml:lang}">
          <xsl:apply-templates/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:b"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="a:i"><i><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="a:sup"><sup><xsl:apply-templates/></sup></xsl:template>
  <xsl:template match="a:sub"><sub><xsl:apply-templates/></sub></xsl:template>
  <xsl:template match="a:def"><dfn><xsl:apply-templates/></dfn></xsl:template>
  <xsl:template match="a:eol"><br/></xsl:template>

  <xsl:template match="a:mod">
    <span class="mod" id="{@eId}"><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="a:mod[a:quotedStructure]">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- The marks are attributes of the text, and no browser's. -->
  <xsl:template match="a:embeddedText | a:quotedText">
    <q id="{@eId}">
      <xsl:value-of select="@startQuote"/>
      <xsl:apply-templates/>
      <xsl:value-of select="@endQuote"/>
    </q>
  </xsl:template>

  <!-- ==== dates: only what HTML can read is told to it ==== -->

  <xsl:template match="a:date | a:docDate">
    <xsl:variable name="shape"
        select="translate(@date, '123456789', '000000000')"/>
    <xsl:choose>
      <xsl:when test="$shape = '0000-00-00' and
          (starts-with(@date, '19') or starts-with(@date, '20')) and
          not(.//a:authorialNote)">
        <time datetime="{@date}"><xsl:apply-templates/></time>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== pictures: those that the file itself holds, else their words ==== -->

  <xsl:template match="a:img">
    <xsl:choose>
      <xsl:when test="starts-with(@src, 'data:image/')">
        <img src="{@src}" alt="{@alt}"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="@alt"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
