package com.qliento.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All views of the navigation, as they say themselves with {@link InNavigation}. */
final class Navigation {

    /** A view that is offered. */
    record Entry(Class<? extends Component> view, String path, Section section, int order, String title, String icon) {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::section).thenComparing(Entry::order).thenComparing(Entry::path);

        static Stream<Entry> of(Class<? extends Component> view, String path) {
            return Stream.ofNullable(view.getAnnotation(InNavigation.class))
                    .map(said -> new Entry(view, path, said.section(), said.order(), said.title(), said.icon()));
        }
    }

    private Navigation() {}

    /** All there are, whoever may come to them. */
    static List<Entry> all() {
        return sorted(RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(RouteData.class::isInstance)
                .flatMap(Navigation::entries));
    }

    private static Stream<Entry> entries(RouteBaseData<?> route) {
        return Entry.of(route.getNavigationTarget(), route.getTemplate());
    }

    static List<Entry> sorted(Stream<Entry> entries) {
        return entries.sorted(Entry.ORDER).toList();
    }

    /** Those that are open, by section, in the order of both; sections without any are left out. */
    static Map<Section, List<Entry>> bySection(List<Entry> entries, Predicate<Class<? extends Component>> open) {
        return entries.stream()
                .filter(entry -> open.test(entry.view()))
                .collect(
                        Collectors.groupingBy(Entry::section, () -> new EnumMap<>(Section.class), Collectors.toList()));
    }
}
