package tradelake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** The direction of packages, and what does not belong anywhere. */
@AnalyzeClasses(packages = "tradelake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** A package may use those to its left, never those to its right. */
    private static final List<String> FLOW = List.of(
            "lake",
            "reference",
            "sources",
            "harmonise",
            "indicators",
            "gravity",
            "rcep",
            "tariffs",
            "claims",
            "report",
            "serve",
            "cli");

    @ArchTest
    static final ArchRule packages_use_only_those_before_them = CompositeArchRule.of(
            IntStream.range(0, FLOW.size() - 1).mapToObj(i -> mayNotUseLater(i)).toList());

    @ArchTest
    static final ArchRule every_class_is_in_the_flow = noClasses()
            .that()
            .doNotHaveSimpleName("package-info")
            .should()
            .resideOutsideOfPackages(packages(FLOW, 0))
            .because("a new package must be given its place in the flow");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("tradelake.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_lake_and_the_cli_hold_a_session = noClasses()
            .that()
            .resideOutsideOfPackages("tradelake.lake..", "tradelake.cli..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SparkSession.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_drawers_of_odds_and_ends =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common)");

    @ArchTest
    static final ArchRule logs_go_through_slf4j = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..");

    private static ArchRule mayNotUseLater(int place) {
        return noClasses()
                .that()
                .resideInAPackage("tradelake." + FLOW.get(place) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FLOW, place + 1))
                .allowEmptyShould(true);
    }

    private static String[] packages(List<String> names, int from) {
        return names.stream().skip(from).map(name -> "tradelake." + name + "..").toArray(String[]::new);
    }
}
