<?xml version="1.0" encoding="UTF-8"?>
<!-- compare.xsl: a comparison, which README.md describes, as one page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:e="urn:resconv:edition" exclude-result-prefixes="e">

  <xsl:import href="words.xsl"/>

  <xsl:param name="css"/>
  <xsl:param name="assets"/>

  <xsl:variable name="root" select="/e:comparison"/>
  <xsl:variable name="old" select="$root/e:old-document"/>
  <xsl:variable name="new" select="$root/e:new-document"/>
  <xsl:variable name="identification" select="/.."/>
  <xsl:variable name="language" select="string($new/@language)"/>

  <xsl:variable name="labels" select="'
    ar title=مقارنة| ar same=دون تغيير| ar changed=معدّلة| ar added=مضافة|
    ar removed=محذوفة| ar moved=منقولة| ar renumbered=مرقّمة من جديد|
    ar only=التغييرات فقط| ar summary=ملخص التغييرات|
    en title=Comparison| en same=unchanged| en changed=changed| en added=added|
    en removed=removed| en moved=moved| en renumbered=renumbered|
    en only=Changes only| en summary=Summary of changes|
    es title=Comparación| es same=sin cambios| es changed=modificados|
    es added=añadidos| es removed=suprimidos| es moved=trasladados|
    es renumbered=renumerados| es only=Solo los cambios|
    es summary=Resumen de los cambios|
    fr title=Comparaison| fr same=inchangés| fr changed=modifiés|
    fr added=ajoutés| fr removed=supprimés| fr moved=déplacés|
    fr renumbered=renumérotés| fr only=Changements seulement|
    fr summary=Résumé des changements|
    ru title=Сопоставление| ru same=без изменений| ru changed=изменено|
    ru added=добавлено| ru removed=исключено| ru moved=перемещено|
    ru renumbered=перенумеровано| ru only=Только изменения|
    ru summary=Сводка изменений|
    zh title=对照| zh same=未变| zh changed=修改| zh added=新增| zh removed=删除|
    zh moved=移动| zh renumbered=重新编号| zh only=仅显示改动|
    zh summary=改动摘要|'"/>

  <xsl:template name="label">
    <xsl:param name="name"/>
    <xsl:variable name="own" select="substring-before(substring-after($labels,
        concat(' ', $spoken, ' ', $name, '=')), '|')"/>
    <xsl:choose>
      <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="substring-before(substring-after($labels,
            concat(' en ', $name, '=')), '|')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/">
    <xsl:variable name="name">
      <xsl:call-template name="label">
        <xsl:with-param name="name" select="'title'"/>
      </xsl:call-template>
      <xsl:value-of select="concat(': ', $old/@symbol, ' ',
          translate('→', substring('→', 1, number($rtl)), '←'), ' ',
          $new/@symbol)"/>
    </xsl:variable>
    <html lang="{$lang}">
      <xsl:if test="$rtl">
        <xsl:attribute name="dir">rtl</xsl:attribute>
      </xsl:if>
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="$name"/></title>
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
      <body class="comparison">
        <header>
          <h1 class="title"><xsl:value-of select="$name"/></h1>
          <ol class="documents">
            <xsl:apply-templates select="$old | $new"/>
          </ol>
        </header>
        <main>
          <xsl:apply-templates select="$root/e:summary"/>
          <xsl:apply-templates select="$root/e:unit"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="e:old-document | e:new-document">
    <li>
      <bdi class="symbol"><xsl:value-of select="@symbol"/></bdi>
      <xsl:if test="@date">
        <xsl:text> · </xsl:text>
        <bdi><xsl:value-of select="@date"/></bdi>
      </xsl:if>
      <xsl:if test="@title">
        <xsl:text> · </xsl:text>
        <xsl:variable name="code">
          <xsl:call-template name="two-letters">
            <xsl:with-param name="code" select="string(@language)"/>
          </xsl:call-template>
        </xsl:variable>
        <bdi lang="{$code}"><xsl:value-of select="@title"/></bdi>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- ==== the summary: how many paragraphs, and the first of each kind ==== -->

  <xsl:template match="e:summary">
    <section class="summary">
      <h2>
        <xsl:call-template name="label">
          <xsl:with-param name="name" select="'summary'"/>
        </xsl:call-template>
      </h2>
      <ul>
        <xsl:for-each select="@*[. != '0']">
          <li class="{name()}">
            <b><xsl:value-of select="."/></b>
            <xsl:text> </xsl:text>
            <xsl:call-template name="label">
              <xsl:with-param name="name" select="name()"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
      </ul>
      <p class="switch">
        <input type="checkbox" id="only-changes"/>
        <label for="only-changes">
          <xsl:call-template name="label">
            <xsl:with-param name="name" select="'only'"/>
          </xsl:call-template>
        </label>
      </p>
    </section>
  </xsl:template>

  <!-- ==== paragraphs ==== -->

  <xsl:template match="e:unit">
    <div id="change-{position()}">
      <xsl:attribute name="class">
        <xsl:value-of select="concat('unit ', @change, ' part-', @part)"/>
        <xsl:if test="@moved"> moved</xsl:if>
        <xsl:if test="@renumbered"> renumbered</xsl:if>
        <xsl:if test="@depth"> depth-<xsl:value-of select="@depth"/></xsl:if>
      </xsl:attribute>
      <p class="num">
        <xsl:apply-templates select="." mode="numbers"/>
        <xsl:if test="@change != 'same' and @change != 'changed' or @moved">
          <span class="label">
            <xsl:call-template name="label">
              <xsl:with-param name="name">
                <xsl:choose>
                  <xsl:when test="@moved">moved</xsl:when>
                  <xsl:otherwise>
                    <xsl:value-of select="@change"/>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
          </span>
        </xsl:if>
      </p>
      <p class="text">
        <xsl:apply-templates select="e:same | e:removed | e:added"/>
      </p>
    </div>
  </xsl:template>

  <xsl:template match="e:unit" mode="numbers">
    <xsl:choose>
      <xsl:when test="@renumbered">
        <xsl:if test="e:old/@number">
          <del><xsl:value-of select="e:old/@number"/></del>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:if test="e:new/@number">
          <ins><xsl:value-of select="e:new/@number"/></ins>
          <xsl:text> </xsl:text>
        </xsl:if>
      </xsl:when>
      <xsl:when test="*/@number">
        <span><xsl:value-of select="*/@number"/></span>
        <xsl:text> </xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="e:removed">
    <del><xsl:call-template name="styled"/></del>
  </xsl:template>
  <xsl:template match="e:added">
    <ins><xsl:call-template name="styled"/></ins>
  </xsl:template>
  <xsl:template match="e:same">
    <xsl:call-template name="styled"/>
  </xsl:template>

  <!-- Between the cells of a row stands a line. -->
  <xsl:template name="styled">
    <xsl:variable name="text" select="translate(., '&#9;', '│')"/>
    <xsl:choose>
      <xsl:when test="contains(@style, 'sup')">
        <sup><xsl:value-of select="$text"/></sup>
      </xsl:when>
      <xsl:when test="contains(@style, 'sub')">
        <sub><xsl:value-of select="$text"/></sub>
      </xsl:when>
      <xsl:when test="@style">
        <span class="{@style}"><xsl:value-of select="$text"/></span>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
