<?xml version="1.0" encoding="UTF-8"?>
<!-- The least that makes a page of Akoma Ntoso: for measuring what libxslt costs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" exclude-result-prefixes="a">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:template match="/"><html><body><xsl:apply-templates/></body></html></xsl:template>
  <xsl:template match="a:meta"/>
  <xsl:template match="a:p | a:heading"><p><xsl:apply-templates/></p></xsl:template>
  <xsl:template match="a:num"><span><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="a:i"><i><xsl:apply-templates/></i></xsl:template>
  <xsl:template match="a:b"><b><xsl:apply-templates/></b></xsl:template>
  <xsl:template match="a:ref | a:a"><a href="{@href}"><xsl:apply-templates/></a></xsl:template>
  <xsl:template match="*"><div><xsl:if test="@eId"><xsl:attribute name="id"><xsl:value-of
      select="@eId"/></xsl:attribute></xsl:if><xsl:apply-templates/></div></xsl:template>
</xsl:stylesheet>
