// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.hopline.Traced;
import java.lang.reflect.AnnotatedElement;

/** The shape of the four published modules, read from their class files. */
@AnalyzeClasses(packages = "dev.hopline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JAXRS = "dev.hopline.jaxrs..";
  private static final String CDI = "dev.hopline.cdi..";
  private static final String TCK = "dev.hopline.tck..";

  private static final String REFLECTION =
      "get(Declared)?(Methods?|Fields?|Constructors?|Annotations?|AnnotationsByType)"
          + "|isAnnotationPresent|getInterfaces|getGeneric.*|getParameters|forName|invoke|newInstance";

  private static final DescribedPredicate<JavaClass> API =
      resideInAPackage("dev.hopline..")
          .and(resideOutsideOfPackages(JAXRS, CDI, TCK))
          .as("are in the API");

  private static final DescribedPredicate<JavaClass> RUNTIME_JARS =
      API.or(resideInAnyPackage(JAXRS, CDI)).as("are in a runtime jar");

  /** What takes contexts along, for executors of the platform. */
  private static final DescribedPredicate<JavaClass> EXECUTORS =
      resideInAnyPackage("org.eclipse.microprofile.context..", "jakarta.enterprise.concurrent..");

  @ArchTest
  static final ArchRule api_knowsNoOtherModule =
      noClasses()
          .that(API)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(JAXRS, CDI, TCK, "jakarta.ws.rs..", "org.eclipse.microprofile..")
                  .and(not(EXECUTORS)));

  @ArchTest
  static final ArchRule api_knowsCdiByItsAnnotationAlone =
      noClasses()
          .that(API)
          .and()
          .doNotBelongToAnyOf(Traced.class)
          .should()
          .dependOnClassesThat(resideInAPackage("jakarta..").and(not(EXECUTORS)));

  @ArchTest
  static final ArchRule executors_areKnownInOneFile =
      noClasses()
          .that(not(nameMatching("dev\\.hopline\\.ThreadContexts.*")))
          .and(RUNTIME_JARS)
          .should()
          .dependOnClassesThat(EXECUTORS);

  @ArchTest
  static final ArchRule jaxrs_knowsNoModuleButTheApi =
      noClasses()
          .that()
          .resideInAPackage(JAXRS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CDI, TCK, "org.eclipse.microprofile.config..");

  /** Quarkus alone: it hands out its filters by a CDI event. */
  @ArchTest
  static final ArchRule jaxrs_knowsCdiOnQuarkusAlone =
      noClasses()
          .that()
          .resideInAPackage(JAXRS)
          .and()
          .resideOutsideOfPackage("dev.hopline.jaxrs.quarkus..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..", "jakarta.interceptor..");

  @ArchTest
  static final ArchRule cdi_knowsNoJakartaRest =
      noClasses()
          .that()
          .resideInAPackage(CDI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JAXRS, TCK, "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule jersey_staysInItsPackage =
      onlyIn(resideInAPackage("dev.hopline.jaxrs.jersey.."), "org.glassfish..");

  @ArchTest
  static final ArchRule resteasy_staysInItsPackage =
      onlyIn(
          resideInAnyPackage("dev.hopline.jaxrs.resteasy..", "dev.hopline.jaxrs.quarkus.."),
          "org.jboss.resteasy..");

  @ArchTest
  static final ArchRule cxf_staysInItsPackage =
      onlyIn(resideInAPackage("dev.hopline.jaxrs.cxf.."), "org.apache.cxf..");

  @ArchTest
  static final ArchRule quarkus_staysInItsPackage =
      onlyIn(
          resideInAPackage("dev.hopline.jaxrs.quarkus.."),
          "io.quarkus..",
          "org.jboss.resteasy.reactive..");

  /** The API knows where Vert.x keeps a context, so that it is right without Jakarta REST, too. */
  @ArchTest
  static final ArchRule vertx_staysInItsPackageAndStorage =
      onlyIn(
          resideInAPackage("dev.hopline.jaxrs.quarkus..")
              .or(nameMatching("dev\\.hopline\\.VertxContext.*")),
          "io.vertx..",
          "io.smallrye.common..");

  @ArchTest
  static final ArchRule servlet_staysInItsPackage =
      onlyIn(resideInAPackage("dev.hopline.jaxrs.servlet.."), "jakarta.servlet..");

  @ArchTest
  static final ArchRule osgi_staysInItsClass =
      onlyIn(nameMatching("dev\\.hopline\\.jaxrs\\.LibertyTasks").forSubtype(), "org.osgi..");

  /** Loaded only where a method returns their types. */
  @ArchTest
  static final ArchRule mutiny_staysInItsPackageAndClasses =
      onlyIn(
          resideInAnyPackage(TCK, "dev.hopline.jaxrs.quarkus..")
              .or(nameMatching("dev\\.hopline\\.cdi\\.Mutiny.*")),
          "io.smallrye.mutiny..");

  @ArchTest
  static final ArchRule reactiveStreams_staysInItsClass =
      onlyIn(
          resideInAPackage(TCK).or(nameMatching("dev\\.hopline\\.cdi\\.ReactiveStreams")),
          "org.reactivestreams..");

  @ArchTest
  static final ArchRule openTelemetry_isUsedByItsStablePackages =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.opentelemetry..internal..", "io.opentelemetry..incubator..");

  /**
   * What reflection tells is kept by whom these are asked, at the first request to a method or when
   * the application starts or makes a client; the RESTEasy client is but shown through a proxy.
   */
  @ArchTest
  static final ArchRule reflection_isForWhatIsKept =
      noClasses()
          .that(RUNTIME_JARS)
          .and()
          .haveNameNotMatching(
              "dev\\.hopline\\."
                  + "(Terminal|Coexistence|TraceContextPropagator"
                  + "|ServingMethod|FormerTraced|Traced\\$Nearest"
                  + "|jaxrs\\.(Annotations|HiddenRuntime|KnownRuntime|LibertyTasks|LocatorPaths|RestClientMethod)"
                  + "|jaxrs\\.resteasy\\.(EngineHook|SuspendedServlet|UnparsedUri)(\\$.*)?"
                  + "|cdi\\.(AsyncResult|AttemptInterceptor|ResourceMethods|ParameterAttribute|SelfCalls"
                  + "|SpanAnnotations|TracingLifecycle))")
          .should()
          .callMethodWhere(
              describe(
                  "reflects",
                  call ->
                      call.getTargetOwner().isAssignableTo(AnnotatedElement.class)
                          && call.getName().matches(REFLECTION)));

  @ArchTest
  static final ArchRule packages_areFreeOfCycles =
      slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

  /** The tree's terminal, and the last words at exit, when the log manager has gone before us. */
  @ArchTest
  static final ArchRule standardStreams_areLeftToTheTerminalAndTheExit =
      noClasses()
          .that(RUNTIME_JARS)
          .and()
          .haveNameNotMatching("dev\\.hopline\\.(Terminal|ExportLog)")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule statics_areFinal = noFields().should().beStatic().andShould().notBeFinal();

  @ArchTest
  static final ArchRule names_sayWhatAThingIs =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager)(\\$.*)?");

  @ArchTest
  static final ArchRule inheritance_isNoDeeperThanOne =
      noClasses()
          .that(RUNTIME_JARS)
          .should(ArchCondition.from(describe("extend two of ours", type -> ancestors(type) > 1)));

  @ArchTest
  static void publicTypes_areFew(JavaClasses classes) {
    assertThat(classes.that(RUNTIME_JARS))
        .filteredOn(JavaClass::isTopLevelClass)
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .extracting(JavaClass::getName)
        .hasSizeBetween(1, 25);
  }

  private static ArchRule onlyIn(DescribedPredicate<JavaClass> own, String... packages) {
    return noClasses().that(not(own)).should().dependOnClassesThat().resideInAnyPackage(packages);
  }

  private static long ancestors(JavaClass type) {
    return type.getAllRawSuperclasses().stream().filter(resideInAPackage("dev.hopline..")).count();
  }

  private static final class EachPackage implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
