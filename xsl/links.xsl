<?xml version="1.0" encoding="UTF-8"?>
<!-- links.xsl: cited documents and web addresses. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:variable name="alternatives" select="$document/a:meta/a:analysis/
      a:otherReferences/a:alternativeReference"/>

  <!-- A web address, or a place on this page; nothing else that a page could
       send a reader to. -->
  <xsl:template name="address" match="a:a">
    <xsl:variable name="to" select="string(@href)"/>
    <xsl:choose>
      <xsl:when test="starts-with($to, 'https://') or
          starts-with($to, 'http://') or starts-with($to, 'mailto:') or
          starts-with($to, '#')">
        <a href="{$to}" id="{@eId}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:when test="starts-with($to, '!annex_')">
        <a href="#att_{substring($to, 8)}" id="{@eId}">
          <xsl:apply-templates/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span id="{@eId}"><xsl:apply-templates/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:rref">
    <a href="{@from}" id="{@eId}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:variable name="library" select="concat($site, $lang, '/')"/>

  <!-- Most are resolutions of the General Assembly: the number begins at the
       48th character. -->
  <xsl:template match="a:ref">
    <xsl:choose>
      <xsl:when test="starts-with(@href,
          '/akn/un/statement/deliberation/unga/') and not($alternatives) and
          number(translate(substring(@href, 48), '-', '.'))">
        <a href="{$library}A/RES/{translate(substring(@href, 48), '-', '/')}">
          <xsl:apply-templates/>
        </a>
      </xsl:when>
      <xsl:when test="starts-with(@href, '/akn/un/')">
        <xsl:call-template name="document"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="address"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A document: the address that the file gives for it, or that of the
       symbol which its IRI stands for. The path is ACTOR/DATE/NUMBER. -->
  <xsl:template name="document">
    <xsl:variable name="given" select="$alternatives[
        @for = concat('#', current()/@eId)]/@href"/>
    <xsl:variable name="path" select="substring-after(substring-after(
        substring-after(@href, '/akn/un/'), '/'), '/')"/>
    <xsl:variable name="actor" select="substring-before($path, '/')"/>
    <xsl:variable name="number" select="substring-before(concat(translate(
        substring-after(substring-after($path, '/'), '/'), '!#~', '///'),
        '/'), '/')"/>
    <xsl:choose>
      <xsl:when test="$given">
        <a href="{$given}" id="{@eId}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:when test="$number = ''">
        <span id="{@eId}"><xsl:apply-templates/></span>
      </xsl:when>
      <xsl:otherwise>
        <a>
          <xsl:attribute name="href">
            <xsl:value-of select="$library"/>
            <xsl:call-template name="symbol-of">
              <xsl:with-param name="actor" select="$actor"/>
              <xsl:with-param name="number" select="$number"/>
            </xsl:call-template>
          </xsl:attribute>
          <xsl:attribute name="id"><xsl:value-of select="@eId"/></xsl:attribute>
          <xsl:apply-templates/>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A number alone is that of a resolution of the actor: 77-36, ES-11-6,
       S-32-1, 1514-XV, 2767-2024. Anything else is a symbol with "-" for "/". -->
  <xsl:template name="symbol-of">
    <xsl:param name="actor"/>
    <xsl:param name="number"/>
    <xsl:variable name="before" select="substring-before($number, '-')"/>
    <xsl:variable name="after" select="substring-after($number, '-')"/>
    <xsl:variable name="special" select="$before = 'ES' or
        ($before = 'S' and contains($actor, 'ga'))"/>
    <xsl:choose>
      <xsl:when test="not($special) and
          not(contains('0123456789', substring($number, 1, 1)))">
        <xsl:call-template name="slashes">
          <xsl:with-param name="text" select="translate($number, '-', '/')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$actor = 'unsc' or $actor = 'un-sc'">
        <xsl:value-of select="concat('S/RES/', $before, '(', $after, ')')"/>
      </xsl:when>
      <xsl:when test="contains($actor, 'ecosoc')">
        <xsl:value-of select="concat('E/RES/', translate($number, '-', '/'))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring('A/HRC/RES/A/RES/',
            1 + 10 * not(contains($actor, 'hrc')),
            10 - 4 * not(contains($actor, 'hrc'))), $before)"/>
        <xsl:choose>
          <xsl:when test="$special">
            <xsl:value-of select="concat('-', translate($after, '-', '/'))"/>
          </xsl:when>
          <xsl:when test="$after != '' and
              translate($after, 'IVXLC', '') = ''">
            <xsl:value-of select="concat('(', $after, ')')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="concat('/', $after)"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Special sessions keep their "-": A/ES-11/L.1, A/S-32/1. -->
  <xsl:template name="slashes">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '/ES/')">
        <xsl:value-of select="concat(substring-before($text, '/ES/'), '/ES-',
            substring-after($text, '/ES/'))"/>
      </xsl:when>
      <xsl:when test="contains($text, '/S/')">
        <xsl:value-of select="concat(substring-before($text, '/S/'), '/S-',
            substring-after($text, '/S/'))"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
