<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- The home of the JDK to run Helidon on: Maven's own if it is new enough, else the newest LTS. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="http://maven.apache.org/TOOLCHAINS/1.1.0">
  <xsl:output method="text"/>
  <!-- "search", "none", or the home of a JDK. -->
  <xsl:param name="wanted"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$wanted = 'search'">
        <xsl:for-each select="//t:toolchain[number(substring-before(concat(t:provides/t:version, '.'), '.')) &gt;= 21]">
          <xsl:sort select="count(t:provides/t:current)" data-type="number" order="descending"/>
          <xsl:sort select="count(t:provides/t:lts)" data-type="number" order="descending"/>
          <xsl:sort select="substring-before(concat(t:provides/t:version, '.'), '.')" data-type="number" order="descending"/>
          <xsl:if test="position() = 1">
            <xsl:value-of select="t:configuration/t:jdkHome"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$wanted != 'none'">
        <xsl:value-of select="$wanted"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
