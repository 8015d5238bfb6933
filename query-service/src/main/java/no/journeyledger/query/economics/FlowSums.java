package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Flows summed by key: low, expected and high, exact. Each number is kept as a 128-bit integer of the twelve decimals that
 * yearly gains have, in arrays, because a large portfolio has hundreds of thousands of them and a question adds them all.
 */
final class FlowSums {

    /** No flows. */
    static final FlowSums NOTHING = new FlowSums(new int[0], new long[0]);

    private static final int DECIMALS = YearlyGains.QUANTITY_DECIMALS;

    /** Low, expected and high, two halves each. */
    private static final int WIDTH = 6;

    private static final int EXPECTED = 2;
    private static final int HIGH = 4;
    private static final int HALF = 64;

    /** Far from where adding two of them would not fit, and more kroner than there are. */
    private static final int LARGEST_BITS = 120;

    private final int[] keys;
    private final long[] numbers;

    private FlowSums(int[] keys, long[] numbers) {
        this.keys = keys;
        this.numbers = numbers;
    }

    /** How many keys have flows. */
    int size() {
        return keys.length;
    }

    /** These and others; a key that comes to nothing is left out. */
    FlowSums plus(FlowSums other) {
        if (other.keys.length == 0) {
            return this;
        }
        int[] merged = new int[keys.length + other.keys.length];
        long[] sums = new long[merged.length * WIDTH];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length || j < other.keys.length) {
            boolean here = j >= other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
            boolean there = i >= keys.length || (j < other.keys.length && other.keys[j] <= keys[i]);
            merged[size] = here ? keys[i] : other.keys[j];
            Arrays.fill(sums, size * WIDTH, (size + 1) * WIDTH, 0);
            if (here) {
                add(sums, size, numbers, i++);
            }
            if (there) {
                add(sums, size, other.numbers, j++);
            }
            if (!isNothing(sums, size)) {
                size++;
            }
        }
        return new FlowSums(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size * WIDTH));
    }

    private static boolean isNothing(long[] numbers, int at) {
        for (int k = at * WIDTH; k < (at + 1) * WIDTH; k++) {
            if (numbers[k] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(long[] sums, int at, long[] numbers, int from) {
        for (int k = 0; k < WIDTH; k += 2) {
            add(sums, at * WIDTH + k, numbers[from * WIDTH + k], numbers[from * WIDTH + k + 1]);
        }
    }

    private static void add(long[] sums, int at, long upper, long lower) {
        long sum = sums[at + 1] + lower;
        long carried = Long.compareUnsigned(sum, lower) < 0 ? 1 : 0;
        sums[at] = Math.addExact(Math.addExact(sums[at], upper), carried);
        sums[at + 1] = sum;
    }

    /** Flows on their way to a sum, by the numbers of their keys. */
    static final class Gathered {

        private final Map<Integer, long[]> gathered = new HashMap<>();

        /** Adds values, or takes them away. */
        void add(int key, BigDecimal low, BigDecimal expected, BigDecimal high, boolean away) {
            long[] sums = gathered.computeIfAbsent(key, unused1 -> new long[WIDTH]);
            add(sums, 0, low, away);
            add(sums, EXPECTED, expected, away);
            add(sums, HIGH, high, away);
        }

        private static void add(long[] sums, int at, BigDecimal value, boolean away) {
            BigInteger whole =
                    value.setScale(DECIMALS, RoundingMode.UNNECESSARY).unscaledValue();
            if (whole.bitLength() > LARGEST_BITS) {
                throw new ArithmeticException("an amount is larger than any purse");
            }
            BigInteger signed = away ? whole.negate() : whole;
            FlowSums.add(sums, at, signed.shiftRight(HALF).longValue(), signed.longValue());
        }

        FlowSums sums() {
            int[] keys = gathered.keySet().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            long[] numbers = new long[keys.length * WIDTH];
            for (int i = 0; i < keys.length; i++) {
                long[] sums = gathered.get(keys[i]);
                if (sums != null) {
                    System.arraycopy(sums, 0, numbers, i * WIDTH, WIDTH);
                }
            }
            return NOTHING.plus(new FlowSums(keys, numbers));
        }
    }

    /** The sum of many, key by key. */
    static final class Total {

        private final long[] sums;
        private final boolean[] present;

        /** Over keys with numbers below this. */
        Total(int keys) {
            this.sums = new long[keys * WIDTH];
            this.present = new boolean[keys];
        }

        void add(FlowSums flows) {
            for (int i = 0; i < flows.keys.length; i++) {
                int key = flows.keys[i];
                present[key] = true;
                FlowSums.add(sums, key, flows.numbers, i);
            }
        }

        /** Each key that has flows. */
        void forEach(IntConsumer key) {
            for (int i = 0; i < present.length; i++) {
                if (present[i]) {
                    key.accept(i);
                }
            }
        }

        BigDecimal low(int key) {
            return number(key * WIDTH);
        }

        BigDecimal expected(int key) {
            return number(key * WIDTH + EXPECTED);
        }

        BigDecimal high(int key) {
            return number(key * WIDTH + HIGH);
        }

        private BigDecimal number(int at) {
            long upper = sums[at];
            long lower = sums[at + 1];
            if (upper == lower >> (HALF - 1)) {
                return BigDecimal.valueOf(lower, DECIMALS);
            }
            BigInteger whole = BigInteger.valueOf(upper)
                    .shiftLeft(HALF)
                    .add(BigInteger.valueOf(lower >>> 1).shiftLeft(1).add(BigInteger.valueOf(lower & 1)));
            return new BigDecimal(whole, DECIMALS);
        }
    }
}
