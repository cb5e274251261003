<?xml version="1.0" encoding="UTF-8"?>
<!-- body.xsl: documents, levels, paragraphs, lists. The parameter h is the
     level of the next heading. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <!-- ==== documents ==== -->

  <xsl:template match="a:statement | a:doc | a:act | a:documentCollection">
    <xsl:param name="h" select="1"/>
    <xsl:call-template name="title">
      <xsl:with-param name="h" select="$h"/>
    </xsl:call-template>
    <xsl:apply-templates select="a:preamble | a:mainBody | a:body">
      <xsl:with-param name="h" select="$h + 1"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="a:conclusions"/>
    <xsl:apply-templates select="a:attachments/a:attachment">
      <xsl:with-param name="h" select="$h + 1"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- An annex or a part is a section if it has a title. -->
  <xsl:template match="a:attachment">
    <xsl:param name="h" select="2"/>
    <xsl:variable name="titled" select="a:heading or */a:preface/a:p[
        a:docNumber or a:docTitle or a:docType]"/>
    <xsl:element name="{substring('divsection', 1 + 3 * $titled,
        3 + 4 * $titled)}">
      <xsl:attribute name="class">annex</xsl:attribute>
      <xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute>
      <xsl:apply-templates select="a:heading" mode="attachment">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="a:subheading"/>
      <xsl:apply-templates select="a:statement | a:doc | a:act">
        <xsl:with-param name="h" select="$h + count(a:heading)"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="a:components/a:component">
    <xsl:variable name="titled" select="boolean(*/a:preface/a:p[
        a:docNumber or a:docTitle or a:docType])"/>
    <xsl:element name="{substring('divsection', 1 + 3 * $titled,
        3 + 4 * $titled)}">
      <xsl:attribute name="class">component</xsl:attribute>
      <xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute>
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="2"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="a:mainBody | a:body">
    <xsl:param name="h"/>
    <div class="body" id="{@eId}">
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- ==== preamble ==== -->

  <xsl:template match="a:preamble">
    <xsl:param name="h"/>
    <div class="preamble" id="{@eId}">
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="a:formula | a:container | a:recital">
    <xsl:param name="h"/>
    <div class="{local-name()}" id="{@eId}">
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- A preambular paragraph. -->
  <xsl:template match="a:preamble/a:container">
    <xsl:param name="h"/>
    <div class="container" id="{@eId}">
      <xsl:call-template name="permalink"/>
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="a:crossHeading">
    <p class="container" id="{@eId}">
      <xsl:call-template name="permalink"/>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <!-- ==== levels ==== -->

  <xsl:template match="a:part | a:chapter | a:section | a:title | a:division |
      a:article | a:rule | a:level | a:hcontainer | a:recitals">
    <xsl:param name="h" select="2"/>
    <xsl:choose>
      <xsl:when test="a:num or a:heading">
        <section class="{local-name()}" id="{@eId}">
          <xsl:call-template name="heading">
            <xsl:with-param name="h" select="$h"/>
          </xsl:call-template>
          <xsl:apply-templates select="*">
            <xsl:with-param name="h" select="$h + 1"/>
          </xsl:apply-templates>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <div class="{local-name()}" id="{@eId}">
          <xsl:apply-templates select="*">
            <xsl:with-param name="h" select="$h"/>
          </xsl:apply-templates>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- HTML has six levels of headings. A number without a full stop stands
       above the heading. -->
  <xsl:template name="heading">
    <xsl:param name="h"/>
    <xsl:element name="h{$h - ($h > 6) * ($h - 6)}">
      <xsl:attribute name="class">
        <xsl:value-of select="a:heading/@class"/>
      </xsl:attribute>
      <xsl:if test="a:num">
        <span class="num">
          <xsl:if test="not(contains(a:num, '.'))">
            <xsl:attribute name="class">line</xsl:attribute>
          </xsl:if>
          <xsl:apply-templates select="a:num/node()"/>
        </span>
        <xsl:if test="a:heading"><xsl:text> </xsl:text></xsl:if>
      </xsl:if>
      <xsl:if test="a:heading">
        <span class="text">
          <xsl:apply-templates select="a:heading/node()"/>
        </span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <xsl:template match="a:heading" mode="attachment">
    <xsl:param name="h" select="2"/>
    <xsl:element name="h{$h - ($h > 6) * ($h - 6)}"><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <xsl:template match="a:subheading">
    <p class="subheading"><xsl:apply-templates/></p>
  </xsl:template>

  <!-- Told where they stand. -->
  <xsl:template match="a:num | a:heading"/>

  <!-- ==== paragraphs and lists: the number stands beside what it numbers ==== -->

  <xsl:template match="a:paragraph">
    <xsl:param name="h" select="2"/>
    <div class="para" id="{@eId}">
      <xsl:call-template name="numbered">
        <xsl:with-param name="h" select="$h"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template name="numbered">
    <xsl:param name="h"/>
    <xsl:call-template name="permalink"/>
    <xsl:if test="a:num">
      <span class="num"><xsl:apply-templates select="a:num/node()"/></span>
      <xsl:text> </xsl:text>
    </xsl:if>
    <div class="text">
      <xsl:if test="a:heading">
        <p class="run-in"><xsl:apply-templates select="a:heading/node()"/></p>
      </xsl:if>
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="a:list | a:blockList">
    <xsl:param name="h" select="2"/>
    <xsl:apply-templates select="a:intro | a:listIntroduction"/>
    <ol class="list" id="{@eId}">
      <xsl:for-each select="*[not(self::a:intro or self::a:listIntroduction or
          self::a:wrapUp or self::a:listWrapUp)]">
        <li class="point" id="{@eId}">
          <xsl:call-template name="numbered">
            <xsl:with-param name="h" select="$h"/>
          </xsl:call-template>
        </li>
      </xsl:for-each>
    </ol>
    <xsl:apply-templates select="a:wrapUp | a:listWrapUp"/>
  </xsl:template>

  <!-- A point that stands outside a list. -->
  <xsl:template match="a:point | a:item | a:indent | a:clause | a:subparagraph">
    <xsl:param name="h" select="2"/>
    <div class="point" id="{@eId}">
      <xsl:call-template name="numbered">
        <xsl:with-param name="h" select="$h"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <xsl:template match="a:alinea | a:intro | a:wrapUp">
    <xsl:param name="h" select="2"/>
    <div class="{local-name()}" id="{@eId}">
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="$h"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="a:content">
    <xsl:param name="h" select="2"/>
    <xsl:apply-templates select="*">
      <xsl:with-param name="h" select="$h"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="a:listIntroduction | a:listWrapUp">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <!-- ==== blocks ==== -->

  <xsl:template match="a:p">
    <p>
      <xsl:if test="@*">
        <xsl:copy-of select="@class"/>
        <xsl:attribute name="lang">
          <xsl:value-of select="@xml:lang"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="a:block">
    <xsl:param name="h" select="2"/>
    <xsl:choose>
      <xsl:when test="@name = 'heading'">
        <xsl:element name="h{$h - ($h > 6) * ($h - 6)}"><xsl:apply-templates/></xsl:element>
      </xsl:when>
      <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:embeddedStructure | a:quotedStructure">
    <blockquote id="{@eId}">
      <xsl:if test="@startQuote">
        <span class="quote"><xsl:value-of select="@startQuote"/></span>
      </xsl:if>
      <xsl:apply-templates select="*">
        <xsl:with-param name="h" select="3"/>
      </xsl:apply-templates>
      <xsl:if test="@endQuote">
        <span class="quote"><xsl:value-of select="@endQuote"/></span>
      </xsl:if>
    </blockquote>
  </xsl:template>

  <!-- A document that another file holds. -->
  <xsl:template match="a:documentRef">
    <p class="document-ref"><xsl:value-of select="@showAs"/></p>
  </xsl:template>

  <xsl:template match="a:meta | a:collectionBody | a:coverPage"/>

</xsl:stylesheet>
