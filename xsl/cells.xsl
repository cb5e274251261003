<?xml version="1.0" encoding="UTF-8"?>
<!-- cells.xsl: one version of a parallel edition as a row of cells, each with the
     eId that those of the other versions have; notes have their mark instead.
     Who calls this puts a prefix before all eIds. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:import href="resconv.xsl"/>

  <xsl:template match="/">
    <cells lang="{$lang}" symbol="{$symbol}">
      <xsl:attribute name="dir">
        <xsl:choose>
          <xsl:when test="$rtl">rtl</xsl:when>
          <xsl:otherwise>ltr</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="name">
        <xsl:choose>
          <xsl:when test="$known">
            <xsl:value-of select="substring-before(substring-after($own-words,
                ' name='), '|')"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$lang"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="missing">
        <xsl:value-of select="substring-before(substring-after($own-words,
            ' missing='), '|')"/>
      </xsl:attribute>
      <xsl:apply-templates select="$document/a:coverPage/*" mode="cell"/>
      <xsl:apply-templates select="$document" mode="cells"/>
      <xsl:apply-templates select="$root/a:components/a:component/*"
          mode="cells"/>
      <xsl:for-each select="$root/descendant::a:authorialNote[
          not(@placementBase and ancestor::a:table)][node()]">
        <cell key="note {@marker}" kind="note">
          <xsl:apply-templates select="." mode="note"/>
        </cell>
      </xsl:for-each>
    </cells>
  </xsl:template>

  <!-- A row has its own. -->
  <xsl:template name="permalink"/>

  <!-- ==== what is looked into ==== -->

  <xsl:template match="a:statement | a:doc | a:act | a:documentCollection"
      mode="cells">
    <xsl:if test="a:preface">
      <cell key="{a:preface/@eId}" kind="title">
        <xsl:call-template name="title">
          <xsl:with-param name="h" select="2"/>
        </xsl:call-template>
      </cell>
    </xsl:if>
    <xsl:apply-templates mode="cells" select="a:preamble/* | a:mainBody/* |
        a:body/* | a:conclusions/* | a:attachments/a:attachment"/>
  </xsl:template>

  <xsl:template match="a:attachment" mode="cells">
    <xsl:if test="a:heading">
      <cell key="{@eId}" kind="title">
        <xsl:apply-templates select="a:heading" mode="attachment"/>
      </cell>
    </xsl:if>
    <xsl:apply-templates select="a:statement | a:doc | a:act" mode="cells"/>
  </xsl:template>

  <xsl:template match="a:part | a:chapter | a:section | a:title | a:division |
      a:article | a:rule | a:level | a:hcontainer | a:recitals" mode="cells">
    <xsl:if test="a:num or a:heading">
      <cell key="{@eId}" kind="heading">
        <xsl:call-template name="heading">
          <xsl:with-param name="h" select="3"/>
        </xsl:call-template>
      </cell>
    </xsl:if>
    <xsl:apply-templates mode="cells" select="*[not(self::a:num or
        self::a:heading)]"/>
  </xsl:template>

  <!-- The points of a list are rows of their own. -->
  <xsl:template match="a:paragraph[a:list] | a:point[a:list]" mode="cells">
    <xsl:variable name="depth"
        select="count(ancestor-or-self::a:point)"/>
    <cell key="{@eId}" kind="{local-name()}">
      <xsl:if test="$depth > 0">
        <xsl:attribute name="depth"><xsl:value-of select="$depth"/></xsl:attribute>
      </xsl:if>
      <div class="para" id="{@eId}">
        <span class="num"><xsl:apply-templates select="a:num/node()"/></span>
        <xsl:text> </xsl:text>
        <div class="text">
          <xsl:apply-templates select="a:heading/node()"/>
          <xsl:apply-templates select="*[not(self::a:list)] | a:list/a:intro"/>
        </div>
      </div>
    </cell>
    <xsl:apply-templates mode="cells" select="a:list/*[not(self::a:intro)]"/>
  </xsl:template>

  <xsl:template match="*" mode="cells">
    <xsl:apply-templates select="." mode="cell"/>
  </xsl:template>

  <!-- ==== what is a cell ==== -->

  <xsl:template match="*" mode="cell">
    <cell key="{@eId}" kind="{local-name()}">
      <xsl:if test="self::a:point">
        <xsl:attribute name="depth">
          <xsl:value-of select="count(ancestor-or-self::a:point)"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="ancestor::a:coverPage">
          <xsl:apply-templates select="." mode="cover"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select=".">
            <xsl:with-param name="h" select="3"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </cell>
  </xsl:template>

</xsl:stylesheet>
