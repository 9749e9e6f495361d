package com.qliento.rules.feel;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Characters that tell the atoms of one pattern apart: those it names and their neighbours, all of ASCII, and some of
 * other kinds. Two atoms that share none of them share none that matters.
 */
final class PatternSamples {

    private static final int ASCII = 128;
    private static final String OTHERS =
            "\u0085\u00a0\u00df\u00e9\u00c9\u00d1\u0130\u0131\u017f\u03a3\u03c3\u0416\u05d0\u0663\u0e01"
                    + "\u2028\u20ac\u212a\u4e2d\uac00\ud83d\ude00";

    private final List<String> samples;

    PatternSamples(String pattern) {
        var all = new TreeSet<Integer>();
        for (int one = 0; one < ASCII; one++) {
            all.add(one);
        }
        OTHERS.codePoints().forEach(all::add);
        pattern.codePoints().filter(one -> one >= ASCII).forEach(one -> {
            all.add(one - 1);
            all.add(one);
            all.add(Math.min(one + 1, Character.MAX_CODE_POINT));
        });
        samples = all.stream().map(Character::toString).toList();
    }

    /** Those that this atom takes; all of them when it takes none, for then they do not tell what it takes. */
    BitSet taking(String atom, int flags) {
        var pattern = Pattern.compile(atom, flags & ~Pattern.COMMENTS);
        var takes = new BitSet(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            if (pattern.matcher(samples.get(i)).matches()) {
                takes.set(i);
            }
        }
        return takes.isEmpty() ? all() : takes;
    }

    BitSet all() {
        var every = new BitSet(samples.size());
        every.set(0, samples.size());
        return every;
    }
}
