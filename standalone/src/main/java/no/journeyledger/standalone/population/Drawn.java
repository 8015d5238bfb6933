package no.journeyledger.standalone.population;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What is drawn for one synthetic citizen. The distributions are assumptions for demonstrations, tests and load; they are
 * taken from no register and say nothing about any municipality.
 *
 * <table>
 * <caption>Distributions</caption>
 * <tr><td>came through the door</td><td>1 to 700 days ago evenly; whatever would be after yesterday is not told</td></tr>
 * <tr><td>target group</td><td>youth 40 %, family 30 %, family with a disabled child 15 %, other 15 %</td></tr>
 * <tr><td>age</td><td>youth: 18-25 evenly; others: 22-60 evenly</td></tr>
 * <tr><td>two adults in the household</td><td>families: 50 %; others: none</td></tr>
 * <tr><td>rates and reports in a session of their own</td><td>30 %; for the others the team rates, and helps to report</td></tr>
 * <tr><td>door</td><td>each of six doors alike</td></tr>
 * <tr><td>starting stage</td><td>untenable 35 %, vulnerable 50 %, stable 15 %</td></tr>
 * <tr><td>cost of the measure</td><td>log-normal, median 60 000 kr, sigma 0.7; between 5 000 and 900 000 kr</td></tr>
 * <tr><td>cost of the health measure</td><td>a tenth to half of that</td></tr>
 * <tr><td>spent of it</td><td>70-100 % evenly, in four bills; of the health measure all, in two</td></tr>
 * <tr><td>leaves the programme</td><td>5 %, after 150 days</td></tr>
 * <tr><td>succeeds</td><td>55 %; untenable 45 %</td></tr>
 * <tr><td>WHO-5 before</td><td>each item around 1.6, by stage; after: one point more an item when it succeeds</td></tr>
 * <tr><td>value of the benefit</td><td>0.5 to 2.5 times the cost a year, for 2-10 years; one in five is weighed in words</td></tr>
 * <tr><td>declines a self-report</td><td>8 %; leaves an item open: 4 %</td></tr>
 * </table>
 *
 * @param number which citizen, from 0
 */
record Drawn(
        long seed,
        int number,
        String targetGroup,
        int age,
        String door,
        String startingStage,
        String reachedStage,
        boolean succeeds,
        long costOre,
        long spentOre,
        boolean declines,
        boolean leavesOpen,
        int before,
        int after,
        boolean inWords,
        long valueOre,
        int years,
        int daysAgo,
        boolean twoAdults,
        boolean tellsThemselves,
        boolean leaves,
        long healthCostOre) {

    private static final List<String> DOORS = List.of(
            "SELF",
            "FAMILY",
            "CITIZEN_SQUARE",
            "GENERAL_PRACTITIONER",
            "LABOUR_AND_WELFARE",
            "MENTAL_HEALTH_AND_SUBSTANCE");
    private static final List<String> STAGES = List.of("UNTENABLE", "VULNERABLE", "STABLE", "SUSTAINABLE");
    private static final double MEDIAN_COST = 60_000;
    private static final double SIGMA = 0.7;
    private static final int MOST_DAYS_AGO = 700;

    /** Draws a citizen; the same seed and number always give the same one. */
    static Drawn of(long seed, int number) {
        var random = new SplittableRandom(seed * 1_000_003L + number);
        String group =
                pick(random.nextInt(100), "YOUTH_VULNERABLE", 40, "FAMILY_VULNERABLE", 70, "FAMILY_DISABLED_CHILD", 85);
        int age = group.equals("YOUTH_VULNERABLE") ? random.nextInt(18, 26) : random.nextInt(22, 61);
        String door = DOORS.get(random.nextInt(DOORS.size()));
        int draw = random.nextInt(100);
        int stage = draw < 35 ? 0 : draw < 85 ? 1 : 2;
        boolean succeeds = random.nextInt(100) < (stage == 0 ? 45 : 55);
        int reached = succeeds ? Math.min(3, stage + 1 + (random.nextInt(4) == 0 ? 1 : 0)) : stage;
        double kroner = MEDIAN_COST * StrictMath.exp(SIGMA * gaussian(random));
        long costOre = Math.round(StrictMath.max(5_000, StrictMath.min(900_000, kroner))) * 100;
        long spentOre = costOre / 100 * random.nextInt(70, 101);
        boolean declines = random.nextInt(100) < 8;
        boolean leavesOpen = random.nextInt(100) < 4;
        int before = Math.max(0, Math.min(5, stage + random.nextInt(0, 3)));
        int after = Math.max(0, Math.min(5, before + (succeeds ? 1 : 0) + random.nextInt(-1, 2)));
        boolean inWords = random.nextInt(5) == 0;
        long valueOre = costOre / 10 * random.nextInt(5, 26);
        int years = random.nextInt(2, 11);
        return new Drawn(
                seed,
                number,
                group,
                age,
                door,
                STAGES.get(stage),
                STAGES.get(reached),
                succeeds,
                costOre,
                spentOre,
                declines,
                leavesOpen,
                before,
                after,
                inWords,
                valueOre,
                years,
                random.nextInt(1, MOST_DAYS_AGO + 1),
                group.startsWith("FAMILY") && random.nextBoolean(),
                random.nextInt(100) < 30,
                random.nextInt(100) < 5,
                costOre / 10 * random.nextInt(1, 6));
    }

    private static String pick(
            int draw, String first, int below, String second, int belowNext, String third, int last) {
        return draw < below ? first : draw < belowNext ? second : draw < last ? third : "OTHER";
    }

    /** A draw from the normal distribution, by the polar method, the same on every machine. */
    private static double gaussian(SplittableRandom random) {
        double u;
        double s;
        do {
            u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            s = u * u + v * v;
        } while (s >= 1 || s == 0);
        return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    }

    /** Whether they moved to another stage. */
    boolean moves() {
        return !startingStage.equals(reachedStage);
    }

    /** A WHO-5 form with this answer to every item, the last left open by who leaves one. */
    List<Object> who5(int item, Object open) {
        return List.of(item, item, item, item, leavesOpen ? open : (Object) item);
    }

    /** How vulnerable the team judges the household to be when it comes. */
    String vulnerability() {
        return startingStage.equals("UNTENABLE") ? "HIGH" : "CONSIDERABLE";
    }

    /** The id of something of this citizen's, the same for the same seed. */
    UUID id(int part) {
        return id(seed, 0, ((long) number << 8) | part);
    }

    /** The id of something of a population's. */
    static UUID id(long seed, int kind, long part) {
        return new UUID(
                0x0198_0000_0000_7000L | (seed & 0xffff) << 16, 0x8000_0000_0000_0000L | (long) kind << 48 | part);
    }
}
