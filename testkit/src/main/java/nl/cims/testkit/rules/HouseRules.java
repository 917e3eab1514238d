// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Rules for the production classes of a deployable. Each of them fails when it finds nothing to
/// look at.
public final class HouseRules {

  private static final Set<String> LEGACY_DATES =
      Set.of(
          "java.util.Date",
          "java.util.Calendar",
          "java.util.GregorianCalendar",
          "java.text.SimpleDateFormat",
          "java.sql.Date",
          "java.sql.Timestamp");

  private HouseRules() {}

  /// The production classes of a package and everything below it.
  ///
  /// @throws IllegalStateException if there are none
  public static JavaClasses productionClasses(String packageName) {
    JavaClasses found =
        new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(packageName);
    if (found.isEmpty()) {
      throw new IllegalStateException("no class in " + packageName);
    }
    return found;
  }

  /// The rules that hold everywhere, each under the name of what it wants.
  public static Map<String, ArchRule> everywhere() {
    return Map.of(
        "constructor injection", noFieldInjection(),
        "time of java.time", noLegacyDates(),
        "a clock handed in", clockHandedIn(),
        "no standard streams", noStandardStreams(),
        "errors named by the fact", GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
  }

  /// Types of these packages are used in these places and nowhere else.
  public static ArchRule onlyIn(List<String> places, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(places.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  /// Types of these packages are used nowhere.
  public static ArchRule nowhere(String... libraries) {
    return noClasses().should().dependOnClassesThat().resideInAnyPackage(libraries);
  }

  /// The simple names of the classes that call a method or refer to it.
  public static Set<String> callersOf(JavaClasses classes, Class<?> owner, String method) {
    Set<String> callers = new TreeSet<>();
    for (JavaClass candidate : classes) {
      for (JavaAccess<?> access : candidate.getCodeUnitAccessesFromSelf()) {
        if (access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(method)) {
          callers.add(candidate.getSimpleName());
        }
      }
    }
    return callers;
  }

  private static ArchRule noFieldInjection() {
    return noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject");
  }

  /// A library that wants or gives a `java.util.Date` gets one made from an instant at the call,
  /// and what it gives goes no further than the class.
  private static ArchRule noLegacyDates() {
    DescribedPredicate<JavaClass> legacy =
        DescribedPredicate.describe(
            "dates of before java.time", found -> LEGACY_DATES.contains(found.getName()));
    DescribedPredicate<List<JavaClass>> amongThem =
        DescribedPredicate.describe(
            "dates of before java.time", found -> found.stream().anyMatch(legacy));
    return CompositeArchRule.of(fields().should().notHaveRawType(legacy))
        .and(methods().that().areNotPrivate().should().notHaveRawReturnType(legacy))
        .and(methods().that().areNotPrivate().should().notHaveRawParameterTypes(amongThem))
        .and(
            noClasses()
                .should()
                .callConstructorWhere(
                    DescribedPredicate.describe(
                        "makes a date of before java.time",
                        call -> legacy.test(call.getTargetOwner()))));
  }

  private static ArchRule noStandardStreams() {
    return noClasses()
        .that(are(DescribedPredicate.not(composing())))
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .because("a log is kept");
  }

  private static ArchRule clockHandedIn() {
    DescribedPredicate<JavaCall<?>> ownClock =
        DescribedPredicate.describe("asks the machine for the time", HouseRules::asksTheMachine);
    return noClasses()
        .that(are(DescribedPredicate.not(composing())))
        .should()
        .callMethodWhere(ownClock.forSubtype());
  }

  /// Where the one clock is made, and where an operator is answered.
  private static DescribedPredicate<JavaClass> composing() {
    return DescribedPredicate.describe(
        "composing the application",
        found ->
            found.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                || found.isAnnotatedWith("org.springframework.context.annotation.ComponentScan"));
  }

  private static boolean asksTheMachine(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    if (owner.equals("java.lang.System")) {
      return call.getName().equals("currentTimeMillis");
    }
    if (owner.equals("java.time.Clock")) {
      return call.getName().startsWith("system");
    }
    return owner.startsWith("java.time.")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream().noneMatch(type(Clock.class));
  }
}
