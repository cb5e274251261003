<?xml version="1.0" encoding="UTF-8"?>
<!-- tables.xsl: tables; a wide one scrolls in its own frame. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:template match="a:table">
    <!-- The rows of headings are those before the first of another kind. -->
    <xsl:variable name="first"
        select="a:tr[not(@class = 'header') and a:td][1]"/>
    <xsl:variable name="heads" select="$first/preceding-sibling::a:tr |
        a:tr[not($first)]"/>
    <div class="table" role="group" tabindex="0">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="a:caption">
            <xsl:apply-templates select="a:caption" mode="text"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$word-table"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <table id="{@eId}">
        <xsl:if test="a:caption">
          <caption><xsl:apply-templates select="a:caption/node()"/></caption>
        </xsl:if>
        <xsl:if test="$heads">
          <thead><xsl:apply-templates select="$heads"/></thead>
        </xsl:if>
        <xsl:if test="$first">
          <tbody>
            <xsl:apply-templates
                select="$first | $first/following-sibling::a:tr"/>
          </tbody>
        </xsl:if>
      </table>
    </div>
    <xsl:call-template name="table-notes"/>
  </xsl:template>

  <xsl:template match="a:tr">
    <tr class="{@class}"><xsl:apply-templates select="*"/></tr>
  </xsl:template>

  <!-- Figures stand below each other, but for those that number the rows. -->
  <xsl:template match="a:td">
    <td class="{@class}" lang="{@xml:lang}">
      <xsl:if test="not(@class) and preceding-sibling::* and
          . != '' and
          translate(., '0123456789 .,()–-%&#xA0;&#x2009;&#x202F;&#10;&#9;', '')
              = ''">
        <xsl:attribute name="class">figure</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="@colspan | @rowspan"/>
      <xsl:apply-templates select="*"/>
    </td>
  </xsl:template>

  <!-- In a row of headings it is the column's, else the row's. -->
  <xsl:template match="a:th">
    <th class="{@class}" lang="{@xml:lang}">
      <xsl:attribute name="scope">
        <xsl:choose>
          <xsl:when test="../a:td">row</xsl:when>
          <xsl:when test="@colspan > 1">colgroup</xsl:when>
          <xsl:otherwise>col</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="@colspan | @rowspan"/>
      <xsl:apply-templates select="*"/>
    </th>
  </xsl:template>

  <!-- An empty one heads nothing. -->
  <xsl:template match="a:th[normalize-space() = '']">
    <td class="{@class}"><xsl:apply-templates select="@colspan | @rowspan"/></td>
  </xsl:template>

  <!-- Spans of one, and what is no number, are left out. -->
  <xsl:template match="@colspan | @rowspan">
    <xsl:if test=". > 1 and 1000 > . and translate(., '0123456789', '') = ''">
      <xsl:copy/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
