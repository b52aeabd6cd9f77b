package tradelake.gravity;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most that was on the heap since it began to be watched, garbage included. */
final class PeakHeap {
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final long before;

    private PeakHeap() {
        System.gc();
        before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static PeakHeap watch() {
        return new PeakHeap();
    }

    /** Bytes; the peaks of the heap's pools need not have come at one time, so this is not less than the true peak. */
    long bytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    /** Bytes beyond what was there in the beginning. */
    long growth() {
        return bytes() - before;
    }
}
