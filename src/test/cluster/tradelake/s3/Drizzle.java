package tradelake.s3;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One request in fifty meets a fault. */
public final class Drizzle implements Weather {
    /** What can be met. */
    public static final List<Fault> KINDS =
            List.of(Fault.RESET, Fault.LOST_ANSWER, Fault.CUT, Fault.INTERNAL, Fault.SLOW_DOWN);

    private static final int ONE_IN = 50;

    private final Random random;
    private final Set<Fault> met = EnumSet.noneOf(Fault.class);
    private volatile boolean outage;

    public Drizzle(long seed) {
        random = new Random(seed);
    }

    @Override
    public synchronized Fault over(Request request) {
        Fault fault = random.nextInt(ONE_IN) == 0 ? drawn(request) : Fault.NONE;
        met.add(fault);
        return fault;
    }

    /** The same until an object is written that ends so; from then on the server says that it cannot. */
    public Weather until(String end) {
        return request -> {
            outage |= request.method().equals("PUT") && request.path().endsWith(end);
            return outage ? Fault.SLOW_DOWN : over(request);
        };
    }

    /** The kinds of faults that were met. */
    public Set<Fault> kinds() {
        return met;
    }

    /** Only what is read has an answer to be cut. */
    private Fault drawn(Request request) {
        Fault fault = KINDS.get(random.nextInt(KINDS.size()));
        return fault == Fault.CUT && !request.method().equals("GET") ? Fault.LOST_ANSWER : fault;
    }
}
