<?xml version="1.0" encoding="UTF-8"?>
<!-- cite.xsl: how a paragraph is cited, in the form of each language; the link
     to it that says so, and the same for machines. In the tables, whose rows are
     those of words.xsl, "#" is where a number stands. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:variable name="kinds" select="'
    |en: resolution=resolution| decision=decision||
    |fr: resolution=résolution| decision=décision||
    |es: resolution=resolución| decision=decisión||
    |ru: resolution=резолюция| decision=решение||
    |zh: resolution=决议| decision=决定||
    |ar: resolution=قرار| decision=مقرر||'"/>

  <xsl:variable name="organs" select="'
    |en: ga=General Assembly| sc=Security Council|
      ecosoc=Economic and Social Council| hrc=Human Rights Council||
    |fr: ga=de l’Assemblée générale| sc=du Conseil de sécurité|
      ecosoc=du Conseil économique et social|
      hrc=du Conseil des droits de l’homme||
    |es: ga=de la Asamblea General| sc=del Consejo de Seguridad|
      ecosoc=del Consejo Económico y Social|
      hrc=del Consejo de Derechos Humanos||
    |ru: ga=Генеральной Ассамблеи| sc=Совета Безопасности|
      ecosoc=Экономического и Социального Совета|
      hrc=Совета по правам человека||
    |zh: ga=大会| sc=安全理事会| ecosoc=经济及社会理事会| hrc=人权理事会||
    |ar: ga=الجمعية العامة| sc=مجلس الأمن| ecosoc=المجلس الاقتصادي والاجتماعي|
      hrc=مجلس حقوق الإنسان||'"/>

  <xsl:variable name="places" select="'
    |en: annex=, annex#| section=, sect. #| preamble=, preambular para. #|
      para=, para. #| point= #| gap= ||
    |fr: annex=, annexe#| section=, sect. #| preamble=, préambule, al. #|
      para=, par. #| gap= ||
    |es: annex=, anexo#| section=, secc. #| preamble=, preámbulo, párr. #|
      para=, párr. #| gap= ||
    |ru: annex=, приложение#| section=, раздел #|
      preamble=, преамбула, пункт #| para=, пункт #| gap= ||
    |zh: annex=，附件#| section=，第#节| preamble=，序言部分第#段| para=，第#段| gap=||
    |ar: annex=، المرفق#| section=، الجزء #| preamble=، الديباجة، الفقرة #|
      para=، الفقرة #| gap= ||'"/>

  <!-- ==== the document ==== -->

  <xsl:variable name="actor" select="substring-before(substring-after(
      $work/a:FRBRuri/@value, '/deliberation/'), '/')"/>
  <xsl:variable name="organ-code">
    <xsl:choose>
      <xsl:when test="$actor = 'unga' or $actor = 'un-ga'">ga</xsl:when>
      <xsl:when test="contains($actor, 'hrc')">hrc</xsl:when>
      <xsl:when test="contains($actor, 'ecosoc')">ecosoc</xsl:when>
      <xsl:when test="$actor = 'unsc' or $actor = 'un-sc'">sc</xsl:when>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="organ" select="concat(' ', $organ-code, '=')"/>
  <xsl:variable name="own-kinds" select="concat(substring-before(
      substring-after($kinds, concat('|', $lang, ':')), '||'), '|')"/>
  <xsl:variable name="kind" select="substring-before(substring-after($own-kinds,
      concat(' ', $document/@name, '=')), '|')"/>
  <xsl:variable name="own-organs" select="concat(substring-before(
      substring-after($organs, concat('|', $lang, ':')), '||'), '|')"/>
  <xsl:variable name="organ-name" select="substring-before(substring-after(
      $own-organs, $organ), '|')"/>

  <!-- What has no such form, a draft or a language without rows, is cited by
       its symbol. -->
  <xsl:template name="citation-of">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$number = '' or $kind = '' or $organ-name = ''">
        <xsl:value-of select="$symbol"/>
      </xsl:when>
      <xsl:when test="$lang = 'en'">
        <xsl:value-of select="concat($organ-name, ' ', $kind, ' ', $number)"/>
      </xsl:when>
      <xsl:when test="$lang = 'zh'">
        <xsl:value-of select="concat($organ-name, '第', $number, '号', $kind)"/>
      </xsl:when>
      <xsl:when test="$lang = 'ar'">
        <xsl:value-of select="concat($kind, ' ', $organ-name, ' ', $number)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat($kind, ' ', $number, ' ', $organ-name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="citation">
    <xsl:call-template name="citation-of">
      <xsl:with-param name="number"
          select="string($work/a:FRBRnumber/@showAs)"/>
    </xsl:call-template>
  </xsl:variable>
  <xsl:variable name="cited" select="string($citation)"/>

  <!-- ==== a place in it ==== -->

  <xsl:variable name="own-places" select="concat(substring-before(
      substring-after($places, concat('|', $spoken, ':')), '||'), '|')"/>
  <xsl:variable name="para-form"
      select="substring-after($own-places, ' para=')"/>
  <xsl:variable name="before-para" select="substring-before($para-form, '#')"/>
  <xsl:variable name="after-para" select="substring-before(substring-after(
      $para-form, '#'), '|')"/>
  <xsl:variable name="preamble-form"
      select="substring-after($own-places, ' preamble=')"/>
  <xsl:variable name="before-preamble"
      select="substring-before($preamble-form, '#')"/>
  <xsl:variable name="after-preamble" select="substring-before(substring-after(
      $preamble-form, '#'), '|')"/>
  <xsl:variable name="cited-para" select="concat($cited, $before-para)"/>
  <xsl:variable name="cited-preamble" select="concat($cited, $before-preamble)"/>
  <xsl:variable name="point-gap" select="substring-before(substring-after(
      $own-places, ' gap='), '|')"/>

  <xsl:template name="place">
    <xsl:param name="what"/>
    <xsl:param name="number"/>
    <xsl:variable name="form" select="substring-before(substring-after(
        $own-places, concat(' ', $what, '=')), '|')"/>
    <xsl:value-of select="concat(substring-before($form, '#'), $number,
        substring-after($form, '#'))"/>
  </xsl:template>

  <!-- "5" of "5.", "5 -", "（五）" as it is. Most are "5." or "(a)". -->
  <xsl:template name="bare-number">
    <xsl:choose>
      <xsl:when test="contains(., '.') and substring-after(., '.') = ''">
        <xsl:value-of select="normalize-space(substring-before(., '.'))"/>
      </xsl:when>
      <xsl:when test="contains(., ')') and substring-after(., ')') = ''">
        <xsl:value-of select="normalize-space()"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="n" select="normalize-space(.)"/>
        <xsl:variable name="last" select="substring($n, string-length($n))"/>
        <xsl:value-of select="normalize-space(substring($n, 1,
            string-length($n) - contains('.-–．、', $last)))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="has-more" select="boolean($root/a:components) or
      boolean($document/a:attachments)"/>

  <!-- The part and the annex that a paragraph is in. -->
  <xsl:template name="work-and-annex">
    <xsl:variable name="part" select="ancestor::a:component[1]/*/a:meta/
        a:identification/a:FRBRWork/a:FRBRnumber/@showAs"/>
    <xsl:variable name="annex" select="ancestor::a:attachment[1]"/>
    <xsl:choose>
      <xsl:when test="$part">
        <xsl:call-template name="citation-of">
          <xsl:with-param name="number" select="string($part)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$cited"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$annex">
      <xsl:variable name="number" select="string($annex/*/a:preface//
          a:docNumber)"/>
      <xsl:call-template name="place">
        <xsl:with-param name="what" select="'annex'"/>
        <xsl:with-param name="number" select="concat(substring(' ', 1,
            number($number != '')), $number)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The number of a paragraph or a point, with those above it. -->
  <xsl:template name="numbers">
    <xsl:for-each select="(ancestor-or-self::a:paragraph |
        ancestor-or-self::a:point)[a:num]">
      <xsl:if test="position() > 1">
        <xsl:value-of select="$point-gap"/>
      </xsl:if>
      <xsl:for-each select="a:num">
        <xsl:call-template name="bare-number"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="citation-here">
    <xsl:choose>
      <xsl:when test="$has-more">
        <xsl:call-template name="work-and-annex"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$cited"/></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="(ancestor::a:section | ancestor::a:part |
        ancestor::a:chapter)[last()]/a:num">
      <xsl:call-template name="place">
        <xsl:with-param name="what" select="'section'"/>
        <xsl:with-param name="number">
          <xsl:call-template name="bare-number"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="substring-after(@eId, 'preamble__container_')">
        <xsl:value-of select="concat($before-preamble, substring-before(concat(
            substring-after(@eId, 'preamble__container_'), '__'), '__'),
            $after-preamble)"/>
        <xsl:if test="self::a:point">
          <xsl:value-of select="$point-gap"/>
          <xsl:call-template name="numbers"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="a:num">
        <xsl:value-of select="$before-para"/>
        <xsl:call-template name="numbers"/>
        <xsl:value-of select="$after-para"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The link of a paragraph to itself: its words are the citation. What is
       the page's and not the document's is marked data-of="page". Most are
       paragraphs that stand in nothing and have a number such as "5.", and
       preambular ones. -->
  <xsl:template name="permalink">
    <xsl:if test="@eId">
      <a class="cite" href="#{@eId}" data-of="page">
        <xsl:choose>
          <xsl:when test="self::a:container and not($has-more)">
            <xsl:value-of select="concat($cited-preamble,
                substring-after(@eId, 'container_'), $after-preamble)"/>
          </xsl:when>
          <xsl:when test="parent::a:mainBody and self::a:paragraph and
              substring-before(a:num, '.') and
              substring-after(a:num, '.') = '' and not($has-more)">
            <xsl:value-of select="concat($cited-para, normalize-space(
                substring-before(a:num, '.')), $after-para)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="citation-here"/>
          </xsl:otherwise>
        </xsl:choose>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- ==== for machines: schema.org ==== -->

  <xsl:template name="json-string">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="not(contains($text, '&quot;') or contains($text, '\') or
          contains($text, '&lt;'))">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="mark" select="substring(translate($text,
            translate($text, '&quot;\&lt;', ''), ''), 1, 1)"/>
        <xsl:value-of select="concat(substring-before($text, $mark), '\u00')"/>
        <xsl:choose>
          <xsl:when test="$mark = '\'">5C</xsl:when>
          <xsl:when test="$mark = '&lt;'">3C</xsl:when>
          <xsl:otherwise>22</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="json-string">
          <xsl:with-param name="text" select="substring-after($text, $mark)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="json-member">
    <xsl:param name="key"/>
    <xsl:param name="value"/>
    <xsl:if test="$value != ''">
      <xsl:value-of select="concat(',&#10;&quot;', $key, '&quot;: &quot;')"/>
      <xsl:call-template name="json-string">
        <xsl:with-param name="text" select="normalize-space($value)"/>
      </xsl:call-template>
      <xsl:text>"</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="organ-in-english" select="substring-before(
      substring-after($organs, $organ), '|')"/>

  <xsl:template name="json-ld">
    <xsl:param name="title"/>
    <xsl:variable name="adopted" select="string($work/a:FRBRdate[
        @name = 'adoption' or @name = 'voting']/@date)"/>
    <script type="application/ld+json">
      <xsl:text>{"@context": "https://schema.org",&#10;"@type": "Legislation"</xsl:text>
      <xsl:call-template name="json-member">
        <xsl:with-param name="key" select="'name'"/>
        <xsl:with-param name="value" select="$title"/>
      </xsl:call-template>
      <xsl:call-template name="json-member">
        <xsl:with-param name="key" select="'legislationIdentifier'"/>
        <xsl:with-param name="value" select="$symbol"/>
      </xsl:call-template>
      <xsl:call-template name="json-member">
        <xsl:with-param name="key" select="'legislationType'"/>
        <xsl:with-param name="value" select="string($document/@name)"/>
      </xsl:call-template>
      <xsl:if test="$organ-in-english != ''">
        <xsl:text>,&#10;"legislationPassedBy": {"@type": "Organization", "name": "</xsl:text>
        <xsl:value-of select="$organ-in-english"/>
        <xsl:text>"}</xsl:text>
      </xsl:if>
      <xsl:call-template name="json-member">
        <xsl:with-param name="key" select="'legislationDate'"/>
        <xsl:with-param name="value" select="$adopted"/>
      </xsl:call-template>
      <xsl:call-template name="json-member">
        <xsl:with-param name="key" select="'datePublished'"/>
        <xsl:with-param name="value" select="string($identification/
            a:FRBRExpression/a:FRBRdate[@name = 'publication']/@date)"/>
      </xsl:call-template>
      <xsl:if test="$lang != 'und'">
        <xsl:call-template name="json-member">
          <xsl:with-param name="key" select="'inLanguage'"/>
          <xsl:with-param name="value" select="$lang"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$symbol != ''">
        <xsl:call-template name="json-member">
          <xsl:with-param name="key" select="'sameAs'"/>
          <xsl:with-param name="value" select="concat($library,
              translate($symbol, ' ', ''))"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:text>}</xsl:text>
    </script>
  </xsl:template>

</xsl:stylesheet>
