<?xml version="1.0" encoding="UTF-8"?>
<!-- resconv.xsl: a resolution in Akoma Ntoso as one page of HTML.

     The result tree is HTML5. Who serialises it writes <!DOCTYPE html>, leaves
     out an attribute that is empty (an element without an eId has id="") and a
     link within a link, and makes a <div class="p"> of a paragraph that holds
     blocks. The eIds of the tree are unique.
     Parameters:
       css     text of the style sheet, put into the page; empty for none
       script  text of the script, put into the page; empty for none
       assets  the folder, with a slash at its end, that the page links to for
               resconv.css and resconv.js instead; empty for none
       site    where cited documents are linked to; the language code and the
               symbol come after it
       toc-from  headings that a table of contents has at least

     A sheet of one's own may import this one and replace any template. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:include href="words.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="cover.xsl"/>
  <xsl:include href="body.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="links.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="cite.xsl"/>
  <xsl:include href="toc.xsl"/>

  <xsl:output encoding="UTF-8"/>

  <xsl:param name="css"/>
  <xsl:param name="script"/>
  <xsl:param name="assets"/>
  <xsl:param name="site" select="'https://docs.un.org/'"/>

  <xsl:variable name="root" select="/a:akomaNtoso"/>
  <!-- The document itself: what parts and annexes hang on. -->
  <xsl:variable name="document"
      select="$root/*[not(self::a:components)][1]"/>
  <xsl:variable name="identification"
      select="$document/a:meta/a:identification"/>

  <xsl:template match="/">
    <html lang="{$lang}">
      <xsl:if test="$rtl">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="head"/>
      <body>
        <xsl:if test="$document/a:coverPage">
          <header class="cover">
            <xsl:apply-templates select="$document/a:coverPage/*"
                mode="cover"/>
          </header>
        </xsl:if>
        <xsl:call-template name="toc"/>
        <main>
          <xsl:apply-templates select="$document"/>
          <xsl:apply-templates select="$root/a:components/a:component"/>
          <xsl:call-template name="notes"/>
        </main>
        <xsl:call-template name="foot"/>
        <xsl:call-template name="script"/>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
