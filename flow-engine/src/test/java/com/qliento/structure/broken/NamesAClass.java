package com.qliento.structure.broken;

import java.util.ResourceBundle;

/** Says a class by its name: as a constant, where it is looked up, and where the same name is that of a bundle. */
public final class NamesAClass {

    static final String BY_NAME = "com.qliento.structure.broken.ReadsTime";

    private NamesAClass() {}

    static Class<?> found() throws ClassNotFoundException {
        return Class.forName("com.qliento.structure.broken.KnowsDrools");
    }

    static Class<?> calledLikeABundle() throws ClassNotFoundException {
        return Class.forName("com.qliento.block.Blocks");
    }

    static String allowed() {
        return ResourceBundle.getBundle("com.qliento.block.Blocks").getString("com.qliento.no.Class");
    }
}
