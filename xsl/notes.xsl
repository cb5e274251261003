<?xml version="1.0" encoding="UTF-8"?>
<!-- notes.xsl: calls, notes at the end of the page, notes below a table. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <!-- The call; a further call of a note leads to the same note. -->
  <xsl:template match="a:authorialNote">
    <sup class="call">
      <xsl:choose>
        <xsl:when test="@alternativeTo">
          <a href="{@alternativeTo}" role="doc-noteref">
            <xsl:value-of select="@marker"/>
          </a>
        </xsl:when>
        <xsl:when test="@eId">
          <a id="{@eId}-call" href="#{@eId}" role="doc-noteref">
            <xsl:value-of select="@marker"/>
          </a>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="@marker"/></xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:variable name="notes" select="$root/descendant::a:authorialNote[
        not(@placementBase and ancestor::a:table)][node()]"/>
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes">
        <h2><xsl:value-of select="$word-notes"/></h2>
        <xsl:apply-templates select="$notes" mode="note"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="table-notes">
    <xsl:variable name="notes"
        select="descendant::a:authorialNote[@placementBase][node()]"/>
    <xsl:if test="$notes">
      <div class="table-notes">
        <xsl:apply-templates select="$notes" mode="note"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="a:authorialNote" mode="note">
    <div class="note" role="doc-footnote" id="{@eId}">
      <span class="num"><xsl:value-of select="@marker"/></span>
      <xsl:text> </xsl:text>
      <div class="text"><xsl:apply-templates select="*"/></div>
      <xsl:if test="@eId">
        <xsl:text> </xsl:text>
        <a class="back" role="doc-backlink" href="#{@eId}-call"
            aria-label="{$word-back}">↩</a>
      </xsl:if>
    </div>
  </xsl:template>

</xsl:stylesheet>
