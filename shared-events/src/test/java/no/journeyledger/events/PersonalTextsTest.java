package no.journeyledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No text in any event is stored readable unless somebody has said why it is about nobody. */
class PersonalTextsTest {

    /** Types that cannot hold words. */
    private static final Set<Class<?>> NO_TEXT = Set.of(
            UUID.class,
            Instant.class,
            LocalDate.class,
            BigDecimal.class,
            Integer.class,
            Long.class,
            Boolean.class,
            Sealed.class);

    /** Names that say themselves that no words about a person stand there. */
    private static final Pattern CODES =
            Pattern.compile("(.*(H|h)ash|.*(V|v)ersion|statute|legalBasis|language|currency|unit|source)");

    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<String> unmarked = new TreeSet<>();
    private int sealed;
    private int marked;

    @Test
    void every_text_of_every_event_is_sealed_or_marked_as_not_personal() {
        EventFamilies.eventTypes().forEach(this::look);
        look(EventMetadata.class);
        System.out.printf("Texts in events: %d sealed, %d marked as not personal%n", sealed, marked);
        assertThat(unmarked)
                .as("seal it with the key of the person it is about, or say with @NotPersonal why it is about nobody")
                .isEmpty();
        assertThat(sealed).isGreaterThan(25);
    }

    @Test
    void an_unmarked_text_is_found() {
        record Careless(UUID person, List<String> remarks) {}
        look(Careless.class);
        assertThat(unmarked).containsExactly("Careless.remarks");
    }

    private void look(Class<?> type) {
        if (!seen.add(type)) {
            return;
        }
        if (type.isSealed()) {
            List.of(type.getPermittedSubclasses()).forEach(this::look);
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                look(component, component.getGenericType());
            }
        }
    }

    private void look(RecordComponent component, Type type) {
        if (type instanceof ParameterizedType several) {
            for (Type argument : several.getActualTypeArguments()) {
                look(component, argument);
            }
        } else if (type == Sealed.class) {
            sealed++;
        } else if (type == String.class) {
            if (component.isAnnotationPresent(NotPersonal.class)
                    || CODES.matcher(component.getName()).matches()) {
                marked++;
            } else {
                unmarked.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
            }
        } else if (type instanceof Class<?> one && !one.isPrimitive() && !one.isEnum() && !NO_TEXT.contains(one)) {
            if (one.isRecord() || one.isSealed()) {
                look(one);
            } else if (!Map.class.isAssignableFrom(one)) {
                unmarked.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                        + " of an open type");
            }
        }
    }
}
