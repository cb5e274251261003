<?xml version="1.0" encoding="UTF-8"?>
<!-- toc.xsl: the table of contents of a long document: its levels with a
     heading, its parts and annexes, two levels deep. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <!-- Shorter lists of headings are no help. -->
  <xsl:param name="toc-from" select="4"/>

  <xsl:template name="toc">
    <xsl:variable name="first" select="$document/a:mainBody/*[@eId and a:heading]
        | $document/a:attachments/a:attachment[@eId]
        | $root/a:components/a:component[@eId]"/>
    <xsl:if test="$first and count($first | $first/*/a:mainBody/*[a:heading] |
        $first/*[@eId and a:heading]) >= $toc-from">
      <nav class="toc" aria-label="{$word-contents}" data-of="page">
        <details>
          <summary><xsl:value-of select="$word-contents"/></summary>
          <xsl:call-template name="toc-list">
            <xsl:with-param name="rows" select="$first"/>
          </xsl:call-template>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="toc-list">
    <xsl:param name="rows"/>
    <xsl:param name="depth" select="1"/>
    <ol>
      <xsl:for-each select="$rows">
        <xsl:variable name="label">
          <xsl:apply-templates select="." mode="label"/>
        </xsl:variable>
        <xsl:variable name="below" select="*[@eId and a:heading] |
            */a:mainBody/*[@eId and a:heading]"/>
        <li>
          <a href="#{@eId}">
            <xsl:value-of select="normalize-space($label)"/>
            <xsl:if test="normalize-space($label) = ''">—</xsl:if>
          </a>
          <xsl:if test="$below and 2 > $depth">
            <xsl:call-template name="toc-list">
              <xsl:with-param name="rows" select="$below"/>
              <xsl:with-param name="depth" select="$depth + 1"/>
            </xsl:call-template>
          </xsl:if>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- What a level, a part or an annex is called, without its notes. -->
  <xsl:template match="*" mode="label">
    <xsl:apply-templates select="a:num" mode="text"/>
    <xsl:if test="a:num"><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates select="a:heading" mode="text"/>
  </xsl:template>
  <xsl:template match="a:attachment | a:component" mode="label">
    <xsl:apply-templates select="a:heading" mode="text"/>
    <xsl:for-each select="*/a:preface/a:p | */a:preface/a:container/a:p">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="text"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
