package com.qliento.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class NavigationTest {

    private static final List<Navigation.Entry> ALL = Navigation.sorted(Stream.of(
                    Navigation.Entry.of(People.class, "people"),
                    Navigation.Entry.of(Second.class, "second"),
                    Navigation.Entry.of(First.class, "first"),
                    Navigation.Entry.of(Nowhere.class, "nowhere"),
                    Navigation.Entry.of(Beginning.class, ""))
            .flatMap(entries -> entries));

    @Test
    void views_stand_in_the_order_of_their_sections_and_of_their_own() {
        var shown = Navigation.bySection(ALL, view -> true);

        assertThat(shown.keySet()).containsExactly(Section.START, Section.BUILD, Section.ORGANISATION);
        assertThat(shown.get(Section.BUILD)).extracting(Navigation.Entry::path).containsExactly("first", "second");
    }

    @Test
    void a_section_in_which_nothing_is_open_is_left_out() {
        var shown = Navigation.bySection(ALL, view -> !view.equals(People.class));

        assertThat(shown)
                .doesNotContainKeys(Section.ORGANISATION, Section.PRIVACY)
                .containsKey(Section.BUILD);
    }

    @Test
    void every_section_has_a_heading_but_the_first() {
        for (var section : Section.values()) {
            var key = "nav.section." + section.name().toLowerCase(Locale.ROOT);

            assertThat(Bundles.text(key, Locale.ENGLISH) == null).isEqualTo(section == Section.START);
        }
    }

    @Test
    void no_two_views_are_shown_by_the_same_icon() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(InNavigation.class));

        var icons = scanner.findCandidateComponents("com.qliento.ui").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(view -> view.getEnclosingClass() == null)
                .map(view -> view.getAnnotation(InNavigation.class).icon())
                .toList();

        assertThat(icons).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    @InNavigation(section = Section.START, order = 1, title = "t", icon = "house")
    private static final class Beginning extends Div {}

    @InNavigation(section = Section.BUILD, order = 1, title = "t", icon = "house")
    private static final class First extends Div {}

    @InNavigation(section = Section.BUILD, order = 2, title = "t", icon = "house")
    private static final class Second extends Div {}

    @InNavigation(section = Section.ORGANISATION, order = 1, title = "t", icon = "house")
    private static final class People extends Div {}

    private static final class Nowhere extends Div {}
}
