// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the module, read from its class files. */
@AnalyzeClasses(packages = "dev.hopline.logging", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule dependencies_areThese =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.hopline.logging",
              "java..",
              "org.jspecify..",
              "org.jboss.logmanager..",
              "io.opentelemetry..");

  @ArchTest
  static final ArchRule openTelemetry_isUsedByItsStablePackages =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry..internal..", "io.opentelemetry..incubator..");

  @ArchTest
  static final ArchRule standardStreams_areLeftAlone = noClasses().should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule statics_areFinal = noFields().should().beStatic().andShould().notBeFinal();
}
