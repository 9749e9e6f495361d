package com.qliento.structure;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Classes that are no tests, wherever a profile builds them: ArchUnit's own option knows one folder only, and no jar that another module lends its tests in. */
final class OfTheProduct implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
