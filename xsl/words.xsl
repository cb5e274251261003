<?xml version="1.0" encoding="UTF-8"?>
<!-- words.xsl: the language of the page, and the few words that are ours and
     not the document's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    exclude-result-prefixes="a">

  <xsl:variable name="language"
      select="string($identification/a:FRBRExpression/a:FRBRlanguage/@language)"/>
  <xsl:variable name="rtl" select="$language = 'ara'"/>

  <xsl:variable name="lang">
    <xsl:call-template name="two-letters">
      <xsl:with-param name="code" select="$language"/>
    </xsl:call-template>
  </xsl:variable>

  <xsl:template name="two-letters">
    <xsl:param name="code"/>
    <xsl:choose>
      <xsl:when test="$code = 'ara'">ar</xsl:when>
      <xsl:when test="$code = 'deu'">de</xsl:when>
      <xsl:when test="$code = 'eng'">en</xsl:when>
      <xsl:when test="$code = 'fra'">fr</xsl:when>
      <xsl:when test="$code = 'rus'">ru</xsl:when>
      <xsl:when test="$code = 'spa'">es</xsl:when>
      <xsl:when test="$code = 'zho'">zh</xsl:when>
      <xsl:when test="$code = '' or $code = 'mul'">und</xsl:when>
      <xsl:otherwise><xsl:value-of select="$code"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="word-notes">
    <xsl:choose>
      <xsl:when test="$lang = 'ar'">الحواشي</xsl:when>
      <xsl:when test="$lang = 'es'">Notas</xsl:when>
      <xsl:when test="$lang = 'ru'">Примечания</xsl:when>
      <xsl:when test="$lang = 'zh'">注</xsl:when>
      <xsl:when test="$lang = 'de'">Anmerkungen</xsl:when>
      <xsl:otherwise>Notes</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="word-back">
    <xsl:choose>
      <xsl:when test="$lang = 'ar'">العودة إلى النص</xsl:when>
      <xsl:when test="$lang = 'es'">Volver al texto</xsl:when>
      <xsl:when test="$lang = 'fr'">Retour au texte</xsl:when>
      <xsl:when test="$lang = 'ru'">Назад к тексту</xsl:when>
      <xsl:when test="$lang = 'zh'">返回正文</xsl:when>
      <xsl:when test="$lang = 'de'">Zurück zum Text</xsl:when>
      <xsl:otherwise>Back to the text</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="word-table">
    <xsl:choose>
      <xsl:when test="$lang = 'ar'">جدول</xsl:when>
      <xsl:when test="$lang = 'es'">Cuadro</xsl:when>
      <xsl:when test="$lang = 'fr'">Tableau</xsl:when>
      <xsl:when test="$lang = 'ru'">Таблица</xsl:when>
      <xsl:when test="$lang = 'zh'">表</xsl:when>
      <xsl:when test="$lang = 'de'">Tabelle</xsl:when>
      <xsl:otherwise>Table</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

</xsl:stylesheet>
