package tradelake.cli;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import tradelake.claims.Claims;
import tradelake.claims.ClaimsTable;
import tradelake.harmonise.AdditiveSettings;
import tradelake.harmonise.BuildFlows;
import tradelake.harmonise.Flows;
import tradelake.harmonise.Ledger;
import tradelake.harmonise.ProductFlows;
import tradelake.harmonise.Tolerance;
import tradelake.harmonise.concordance.Concordance;
import tradelake.harmonise.concordance.HarmoniseFlows;
import tradelake.harmonise.mirror.Bilateral;
import tradelake.harmonise.mirror.CifRates;
import tradelake.harmonise.mirror.GravityVariables;
import tradelake.harmonise.mirror.GravityVariablesTable;
import tradelake.harmonise.mirror.Limits;
import tradelake.indicators.BeforeAfter;
import tradelake.indicators.Coverage;
import tradelake.indicators.MembershipDays;
import tradelake.indicators.PairList;
import tradelake.indicators.PartnerShares;
import tradelake.indicators.ProductComposition;
import tradelake.indicators.Reconciliation;
import tradelake.indicators.RegionalShares;
import tradelake.indicators.TradeIndex;
import tradelake.indicators.yearly.YearlyIndicators;
import tradelake.lake.Catalog;
import tradelake.lake.Selection;
import tradelake.lake.Settings;
import tradelake.lake.Work;
import tradelake.lake.Years;
import tradelake.rcep.EventStudies;
import tradelake.rcep.EventStudyDesign;
import tradelake.rcep.GravityEstimates;
import tradelake.rcep.exposure.Exposure;
import tradelake.rcep.exposure.PreferenceSchedules;
import tradelake.rcep.exposure.TariffLinesTable;
import tradelake.reference.Agreements;
import tradelake.reference.EconomiesTable;
import tradelake.reference.EconomyPair;
import tradelake.reference.GroupsTable;
import tradelake.reference.HsEdition;
import tradelake.reference.Indices;
import tradelake.reference.ProductLevel;
import tradelake.reference.ProductsTable;
import tradelake.reference.Reference;
import tradelake.sources.FileFacts;
import tradelake.sources.Originals;
import tradelake.sources.RegisterReleases;
import tradelake.sources.Release;
import tradelake.sources.Releases;
import tradelake.tariffs.study.AppliedTariffs;
import tradelake.tariffs.study.EffectiveTariffs;
import tradelake.tariffs.study.ScenarioResults;
import tradelake.tariffs.study.Study;

/** Every step from releases to answers, in order, with the settings and reference data each depends on. */
final class TradelakeCatalog {
    /** Releases and silver.flows only, with their ledger. */
    static final Selection INGEST =
            new Selection(List.of(Releases.TABLE.name(), Flows.TABLE.name(), Ledger.TABLE.name()));

    private static final String SCHEDULES = "exposure.schedules";

    private static final List<String> FLOW_RULES =
            List.of("years", "residual.tolerance", "extracts.chapters-for-total", "shares.least-months");

    private final Settings settings;
    private final Reference reference;
    private final Indices indices;
    private final Claims claims;
    private final Study study;
    private final Agreements agreements = Agreements.load();

    TradelakeCatalog(Settings settings, Reference reference, Indices indices, Claims claims, Study study) {
        this.settings = settings;
        this.claims = claims;
        this.reference = reference;
        this.indices = indices;
        this.study = study;
    }

    /** The tables as they would be, for whoever only wants to know what there is. */
    static Catalog declared(Settings settings) {
        Reference reference = Reference.load();
        return declared(settings, reference, Indices.load(reference));
    }

    /** The same with groups, products and names of the user's own. */
    static Catalog declared(Settings settings, Reference reference, Indices indices) {
        return new TradelakeCatalog(settings, reference, indices, new Claims(List.of()), Study.none())
                .of(List.of(), new Originals(new Path("raw"), false), Optional.empty());
    }

    /**
     * Every step, for these files.
     *
     * @param releases in any order: what a step depends on is the same for all of them
     */
    Catalog of(List<Release> releases, Originals originals, Optional<LocalDate> asOf) {
        List<Work> works = new ArrayList<>();
        List<Release> counting = releases.stream()
                .sorted(Comparator.comparing(Release::id))
                .map(release -> asOf.map(release::asOf).orElse(release))
                .toList();
        works.add(new RegisterReleases(counting));
        works.add(new BuildFlows(
                counting,
                originals,
                additive(),
                reference.products(),
                settings.fingerprintOf(FLOW_RULES),
                reference.products().codesFingerprint()));
        works.add(new Ledger());
        // What the console shows comes as early as it can.
        works.add(new ProductFlows(reference, settings.number("mirror.cif-factor")));
        GravityVariables distances =
                GravityVariables.of(Home.folder(), settings.string("mirror.gravity-variables"), reference.economies());
        works.add(new GravityVariablesTable(distances));
        works.add(new CifRates(
                reference,
                distances,
                settings.years("years"),
                settings.integer("mirror.cif-model-age"),
                LocalDate.now(ZoneOffset.UTC)));
        works.add(new Bilateral(
                reference,
                settings.years("years"),
                settings.number("mirror.cif-factor"),
                new Limits(0, settings.number("mirror.highest-cif-rate"), settings.number("mirror.smallest-gap"))));
        works.add(new RegionalShares(reference, days()));
        works.add(new HarmoniseFlows(concordance(counting)));
        works.add(new EconomiesTable(reference));
        works.add(new GroupsTable(reference));
        works.add(new ProductsTable(reference));
        works.add(new Reconciliation());
        works.add(new Coverage(reference));
        works.add(new PartnerShares(reference, days(), pairs()));
        works.add(new ProductComposition(reference, days(), pairs()));
        works.add(new BeforeAfter(
                reference,
                days(),
                pairs(),
                settings.list("before-after.groups"),
                settings.list("before-after.baselines").stream()
                        .map(Years::parse)
                        .toList(),
                settings.years("before-after.years")));
        works.add(new TradeIndex(reference, indices, settings.date("membership.fixed-on")));
        works.add(new YearlyIndicators(
                reference,
                settings.list("pairs.economies"),
                settings.list("pairs.groups"),
                settings.date("membership.fixed-on")));
        works.add(new GravityEstimates(
                reference,
                agreements,
                settings.years("years"),
                settings.list("gravity.agreements-known"),
                new GravityEstimates.Least(
                        settings.integer("gravity.least-flows"), settings.integer("gravity.least-pairs"))));
        works.add(new EventStudies(
                reference,
                agreements,
                settings.years("years"),
                settings.list("gravity.agreements-known"),
                eventStudy()));
        PreferenceSchedules schedules =
                new PreferenceSchedules(schedules(), isSynthetic(counting), reference, agreements);
        works.add(new TariffLinesTable(schedules));
        works.add(new Exposure(
                schedules, reference, agreements, settings.years("years"), settings.integer("exposure.import-year")));
        works.add(new AppliedTariffs(study, reference));
        works.add(new EffectiveTariffs(study, reference));
        works.add(new ScenarioResults(study, reference, isSynthetic(counting)));
        works.add(claims(counting));
        return new Catalog(works);
    }

    private Concordance concordance(List<Release> releases) {
        HsEdition edition = HsEdition.parse(settings.string("harmonise.edition"))
                .orElseThrow(() -> settings.refuse("harmonise.edition", "an edition from H0 to H6"));
        java.nio.file.Path folder = Home.folder().resolve(settings.string("harmonise.tables"));
        boolean named =
                settings.changed().stream().anyMatch(setting -> setting.key().equals("harmonise.tables"));
        if (named && !Files.isDirectory(folder)) throw settings.refuse("harmonise.tables", "a folder that is there");
        return new Concordance(edition, folder, isSynthetic(releases));
    }

    private ClaimsTable claims(List<Release> releases) {
        List<FileFacts> files = releases.stream()
                .filter(Release::isAccepted)
                .map(Release::facts)
                .toList();
        return new ClaimsTable(
                claims,
                reference,
                settings.date("membership.fixed-on"),
                isSynthetic(releases),
                files.stream()
                        .flatMap(file -> file.published().stream())
                        .max(LocalDate::compareTo)
                        .map(LocalDate::toString)
                        .orElse(""));
    }

    /** The standard folder need not be there, as under spark-submit; one that the user names must be. */
    private java.nio.file.Path schedules() {
        java.nio.file.Path folder = Home.folder().resolve(settings.string(SCHEDULES));
        boolean named =
                settings.changed().stream().anyMatch(setting -> setting.key().equals(SCHEDULES));
        if (named && !Files.isDirectory(folder)) throw settings.refuse(SCHEDULES, "a folder that is there");
        return folder;
    }

    private static boolean isSynthetic(List<Release> releases) {
        return releases.stream()
                .anyMatch(release -> release.isAccepted() && release.facts().synthetic());
    }

    private MembershipDays days() {
        Years years = settings.years("years");
        return new MembershipDays(
                years.from(),
                years.to(),
                settings.date("membership.fixed-on"),
                settings.monthDay("membership.in-force-day"));
    }

    private PairList pairs() {
        return new PairList(
                settings.list("pairs.groups"),
                settings.list("pairs.economies"),
                settings.list("pairs.product-levels").stream()
                        .map(level -> ProductLevel.valueOf(level.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }

    private EventStudyDesign eventStudy() {
        return new EventStudyDesign(
                settings.years("event-study.trend"),
                settings.years("event-study.quiet-years"),
                pairs("event-study.controls-a"),
                pairs("event-study.controls-b"),
                settings.integer("event-study.placebo-years"),
                new TreeSet<>(economies("event-study.placebo-members")));
    }

    private List<EconomyPair> pairs(String key) {
        List<EconomyPair> pairs =
                settings.list(key).stream().map(EconomyPair::parse).toList();
        if (!pairs.stream().allMatch(pair -> isEconomy(pair.a()) && isEconomy(pair.b())))
            throw settings.refuse(key, "a list of pairs of known economies such as CHN-JPN; see gold.economies");
        return pairs;
    }

    private List<String> economies(String key) {
        List<String> economies = settings.list(key);
        if (!economies.stream().allMatch(this::isEconomy))
            throw settings.refuse(key, "a list of known economies such as CHN; see gold.economies");
        return economies;
    }

    private boolean isEconomy(String key) {
        return reference.economies().byKey(key).isPresent();
    }

    private AdditiveSettings additive() {
        Years years = settings.years("years");
        return new AdditiveSettings(
                years::contains,
                new Tolerance(settings.number("residual.tolerance")),
                settings.integer("extracts.chapters-for-total"),
                settings.integer("shares.least-months"));
    }
}
