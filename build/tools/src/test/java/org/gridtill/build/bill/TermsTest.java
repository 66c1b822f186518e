package org.gridtill.build.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads terms, and judges expressions. */
class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "Apache-2.0, true",
    "MIT AND Apache-2.0, true",
    "GPL-2.0-only, false",
    "Apache-2.0 AND LGPL-2.1-only, false",
    "Apache-2.0 OR GPL-3.0-only, true",
    "GPL-2.0-only WITH Classpath-exception-2.0, false",
    "MIT AND GPL-3.0-only OR Apache-2.0 AND AGPL-3.0-only, false",
    "MIT AND GPL-3.0-only OR Apache-2.0 AND MIT, true"
  })
  void oneAlternativeMustBeAllowedAsAWhole(String expression, boolean allowed) {
    assertThat(Terms.parse(TestAssembly.TERMS).isAllowed(expression)).isEqualTo(allowed);
  }

  @Test
  void theFirstAlternativeThatWillDoIsUsed() {
    assertThat(Terms.parse(TestAssembly.TERMS).chosen("GPL-3.0-only OR MIT OR Apache-2.0"))
        .containsExactly("MIT");
  }

  @Test
  void theNearestGroupTells() {
    Terms terms =
        Terms.parse(
            List.of(
                "state org.*:* = A -- far",
                "state org.example.*:* = B -- nearer",
                "state org.example.one:* = C -- nearest"));

    assertThat(terms.licenseOf(part("org.example.one"))).contains("C");
    assertThat(terms.licenseOf(part("org.example.two"))).contains("B");
    assertThat(terms.licenseOf(part("org.other"))).contains("A");
    assertThat(terms.licenseOf(part("com.other"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow MIT",
        "allow MIT -- ",
        "allow -- no license",
        "permit MIT = MIT -- no such kind",
        "state org.example:x MIT -- no equals sign"
      })
  void aLineThatIsWrongIsNamed(String line) {
    assertThatThrownBy(() -> Terms.parse(List.of(line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'");
  }

  @Test
  void noLineIsThereTwice() {
    assertThatThrownBy(() -> Terms.parse(List.of("allow MIT -- yes", "allow MIT -- again")))
        .hasMessageContaining("'allow MIT -- again' is there twice");
  }

  @Test
  void attributesOfAHeaderAreLeftOut() {
    assertThat(JarReader.withoutAttributes("\"A, or so\";link=\"x,y\" , B;description=\"a;b\""))
        .isEqualTo("A, or so, B");
  }

  private static Part part(String group) {
    return new Part(new Coordinates(group, "x", "1", ""), "x.jar", "00", "", List.of());
  }
}
