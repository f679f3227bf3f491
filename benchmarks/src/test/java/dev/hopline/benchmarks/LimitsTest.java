// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Cell ANY = Cell.start(Contender.NONE);

  private final Budget ratio =
      new Budget("ratio", Measure.BYTES, ANY, ANY, new Budget.Reference(ANY, ANY));
  private final Budget nothing = new Budget("nothing", Measure.BYTES, ANY, ANY, null);

  @Test
  void withinTheLimit_isKept() {
    assertThat(limits("ratio", "1.5").judge(ratio, 1.5).text()).isEqualTo("kept");
    assertThat(limits("ratio", "1.5 1.7").judge(ratio, 1.4).broken()).isFalse();
  }

  @Test
  void beyondTheLimit_isBroken() {
    assertThat(limits("ratio", "1.5").judge(ratio, 1.501).broken()).isTrue();
  }

  @Test
  void knownMiss_isBrokenOnlyIfWorse() {
    Limits limits = limits("ratio", "1.5 2");

    assertThat(limits.judge(ratio, 2.03).broken()).isFalse();
    assertThat(limits.judge(ratio, 2.05).broken()).isTrue();
  }

  @Test
  void zeroBytes_allowNone() {
    assertThat(limits("nothing", "0").judge(nothing, 0.01).broken()).isFalse();
    assertThat(limits("nothing", "0").judge(nothing, 8).broken()).isTrue();
  }

  @Test
  void budgetThatHasNoLine_isAnError() {
    assertThatThrownBy(() -> limits("ratio", "1.5").most(nothing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing");
  }

  @Test
  void fileAndBudgets_haveTheSameNames() {
    assertThat(Limits.read().names())
        .isEqualTo(Budgets.all().stream().map(Budget::name).collect(Collectors.toSet()));
  }

  private static Limits limits(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return new Limits(properties);
  }
}
