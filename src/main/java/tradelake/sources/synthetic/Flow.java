package tradelake.sources.synthetic;

/** The two flows that are summed; all others are parts of one of them. */
enum Flow {
    M,
    X
}
