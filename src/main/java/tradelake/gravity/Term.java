package tradelake.gravity;

import java.util.List;
import java.util.stream.Collectors;

/** A product of columns: {@code x}, {@code x:z}, {@code i(period, ref=5):treat}. */
record Term(List<Atom> atoms) {
    static Term parse(String text) {
        return new Term(Formula.split(text, ':').stream().map(Atom::parse).toList());
    }

    List<Regressor> in(Frame frame) {
        List<Regressor> product = atoms.get(0).in(frame);
        for (Atom atom : atoms.subList(1, atoms.size())) {
            List<Regressor> right = atom.in(frame);
            product =
                    product.stream().flatMap(a -> right.stream().map(a::times)).toList();
        }
        return product;
    }

    /** How many columns of the design it stands for. */
    long width(Frame frame) {
        return atoms.stream().mapToLong(atom -> atom.width(frame)).reduce(1, Math::multiplyExact);
    }

    @Override
    public String toString() {
        return atoms.stream().map(Atom::toString).collect(Collectors.joining(":"));
    }
}
