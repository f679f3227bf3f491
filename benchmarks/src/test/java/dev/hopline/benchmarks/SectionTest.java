// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SectionTest {
  private static final String PAGE =
      "# Title\n\nby hand\n\n" + Section.START + "\nold\n" + Section.END + "\n\nmore by hand\n";

  @Test
  void figures_takeThePlaceOfThoseBefore() {
    assertThat(Section.replace(PAGE, "\nnew\n"))
        .isEqualTo(
            "# Title\n\nby hand\n\n"
                + Section.START
                + "\n\nnew\n\n"
                + Section.END
                + "\n\nmore by hand\n");
  }

  @Test
  void theSameFigures_changeNothing() {
    String page = Section.replace(PAGE, "new");

    assertThat(Section.replace(page, "new")).isEqualTo(page);
  }

  @Test
  void pageWithoutAPlaceForThem_isAnError() {
    assertThatThrownBy(() -> Section.replace("# Title\n", "new"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Section.START);
    assertThatThrownBy(() -> Section.replace(PAGE + PAGE, "new"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Section.replace(Section.END + Section.START, "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
