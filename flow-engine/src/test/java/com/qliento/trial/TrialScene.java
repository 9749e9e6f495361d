package com.qliento.trial;

import com.qliento.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The application with blocks that no release has, started once for the tests that need them. */
final class TrialScene {

    private static @Nullable Scene scene;

    private TrialScene() {}

    static synchronized Scene get() {
        var there = scene;
        if (there == null) {
            there = Scene.startWith(
                    Scene.Setup.usual(), StockBlock.class, StockRule.class, ShopBlock.class, Shop.class);
            Scene.closesLast(there);
            scene = there;
        }
        return there;
    }
}
