<?xml version="1.0" encoding="UTF-8"?>
<!-- words.xsl: the language of the page, and the few words that are ours and
     not the document's. A row is "language word=text|"; a language without rows
     has the English ones. -->
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

  <xsl:variable name="words" select="'
    ar name=العربية| ar notes=الحواشي| ar back=العودة إلى النص| ar table=جدول|
    ar contents=المحتويات| ar copied=نُسخت الإشارة|
    ar missing=لا يرد في هذه النسخة|
    de name=Deutsch| de notes=Anmerkungen| de back=Zurück zum Text|
    de table=Tabelle| de contents=Inhalt| de copied=Zitat kopiert|
    de missing=Fehlt in dieser Fassung|
    en name=English| en notes=Notes| en back=Back to the text| en table=Table|
    en contents=Contents| en copied=Citation copied|
    en missing=Missing in this version|
    es name=Español| es notes=Notas| es back=Volver al texto| es table=Cuadro|
    es contents=Índice| es copied=Cita copiada|
    es missing=Falta en esta versión|
    fr name=Français| fr notes=Notes| fr back=Retour au texte| fr table=Tableau|
    fr contents=Sommaire| fr copied=Référence copiée|
    fr missing=Absent de cette version|
    ru name=Русский| ru notes=Примечания| ru back=Назад к тексту|
    ru table=Таблица| ru contents=Содержание| ru copied=Ссылка скопирована|
    ru missing=Отсутствует в этом варианте|
    zh name=中文| zh notes=注| zh back=返回正文| zh table=表|
    zh contents=目录| zh copied=引文已复制| zh missing=此文本中缺失|'"/>

  <!-- The language that the words are in. -->
  <xsl:variable name="spoken">
    <xsl:choose>
      <xsl:when test="contains($words, concat(' ', $lang, ' name='))">
        <xsl:value-of select="$lang"/>
      </xsl:when>
      <xsl:otherwise>en</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:variable name="word-notes" select="substring-before(substring-after(
      $words, concat($spoken, ' notes=')), '|')"/>
  <xsl:variable name="word-back" select="substring-before(substring-after(
      $words, concat($spoken, ' back=')), '|')"/>
  <xsl:variable name="word-table" select="substring-before(substring-after(
      $words, concat($spoken, ' table=')), '|')"/>
  <xsl:variable name="word-contents" select="substring-before(substring-after(
      $words, concat($spoken, ' contents=')), '|')"/>
  <xsl:variable name="word-copied" select="substring-before(substring-after(
      $words, concat($spoken, ' copied=')), '|')"/>

</xsl:stylesheet>
