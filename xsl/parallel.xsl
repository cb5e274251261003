<?xml version="1.0" encoding="UTF-8"?>
<!-- parallel.xsl: the rows of a parallel edition as one page. Its input is made
     of what cells.xsl gives for each version:
       <parallel>
         <version lang dir name symbol/> ...
         <row key kind depth> <cell> ... </cell> | <missing>text</missing> ... </row>
       </parallel>
     with as many cells in a row as there are versions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="css"/>
  <xsl:param name="assets"/>

  <xsl:variable name="versions" select="/parallel/version"/>
  <xsl:variable name="symbol" select="string($versions[@symbol != ''][1]/@symbol)"/>

  <xsl:variable name="labels" select="'
    ar switch=اللغات| ar all=الكل| en switch=Languages| en all=All|
    es switch=Idiomas| es all=Todos| fr switch=Langues| fr all=Toutes|
    ru switch=Языки| ru all=Все| zh switch=语文| zh all=全部|'"/>

  <xsl:template name="label">
    <xsl:param name="name"/>
    <xsl:variable name="own" select="substring-before(substring-after($labels,
        concat(' ', $versions[1]/@lang, ' ', $name, '=')), '|')"/>
    <xsl:choose>
      <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before(substring-after($labels,
            concat(' en ', $name, '=')), '|')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/">
    <html lang="{$versions[1]/@lang}" dir="{$versions[1]/@dir}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>
          <xsl:value-of select="$symbol"/>
          <xsl:for-each select="$versions">
            <xsl:value-of select="concat(substring(': · ', 1 + 2 *
                (position() > 1), 2 + (position() > 1)), @name)"/>
          </xsl:for-each>
        </title>
        <meta name="color-scheme" content="light dark"/>
        <xsl:choose>
          <xsl:when test="$assets != ''">
            <link rel="stylesheet" href="{$assets}resconv.css"/>
          </xsl:when>
          <xsl:otherwise>
            <style><xsl:value-of select="$css"/></style>
          </xsl:otherwise>
        </xsl:choose>
      </head>
      <body class="parallel">
        <header>
          <h1 class="title">
            <bdi>
              <xsl:value-of select="$symbol"/>
              <xsl:if test="$symbol = ''">—</xsl:if>
            </bdi>
          </h1>
          <xsl:call-template name="switches"/>
        </header>
        <main>
          <div class="row names">
            <xsl:for-each select="$versions">
              <p class="cell v{position()}" lang="{@lang}" dir="{@dir}">
                <xsl:value-of select="@name"/>
              </p>
            </xsl:for-each>
          </div>
          <xsl:apply-templates select="/parallel/row"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- On a wide screen columns are shown or not; on a narrow one a single
       version is, or all below each other. -->
  <xsl:template name="switches">
    <fieldset class="switch wide">
      <legend>
        <xsl:call-template name="label">
          <xsl:with-param name="name" select="'switch'"/>
        </xsl:call-template>
      </legend>
      <xsl:for-each select="$versions">
        <span>
          <input type="checkbox" id="show-{position()}" checked="checked"/>
          <label for="show-{position()}" lang="{@lang}">
            <xsl:value-of select="@name"/>
          </label>
        </span>
      </xsl:for-each>
    </fieldset>
    <fieldset class="switch narrow">
      <legend>
        <xsl:call-template name="label">
          <xsl:with-param name="name" select="'switch'"/>
        </xsl:call-template>
      </legend>
      <xsl:for-each select="$versions">
        <span>
          <input type="radio" name="only" id="only-{position()}">
            <xsl:if test="position() = 1 and count($versions) > 2">
              <xsl:attribute name="checked">checked</xsl:attribute>
            </xsl:if>
          </input>
          <label for="only-{position()}" lang="{@lang}">
            <xsl:value-of select="@name"/>
          </label>
        </span>
      </xsl:for-each>
      <span>
        <input type="radio" name="only" id="only-all">
          <xsl:if test="3 > count($versions)">
            <xsl:attribute name="checked">checked</xsl:attribute>
          </xsl:if>
        </input>
        <label for="only-all">
          <xsl:call-template name="label">
            <xsl:with-param name="name" select="'all'"/>
          </xsl:call-template>
        </label>
      </span>
    </fieldset>
  </xsl:template>

  <xsl:template match="row">
    <div id="{translate(@key, ' ', '-')}">
      <xsl:attribute name="class">
        <xsl:value-of select="concat('row kind-', @kind)"/>
        <xsl:if test="@depth"> depth-<xsl:value-of select="@depth"/></xsl:if>
      </xsl:attribute>
      <xsl:for-each select="cell | missing">
        <xsl:variable name="n" select="position()"/>
        <div lang="{$versions[$n]/@lang}" dir="{$versions[$n]/@dir}"
            data-name="{$versions[$n]/@name}">
          <xsl:attribute name="class">
            <xsl:value-of select="concat('cell v', $n)"/>
            <xsl:if test="self::missing"> missing</xsl:if>
          </xsl:attribute>
          <xsl:choose>
            <xsl:when test="self::missing">
              <p><xsl:value-of select="."/></p>
            </xsl:when>
            <xsl:otherwise><xsl:copy-of select="node()"/></xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>

</xsl:stylesheet>
