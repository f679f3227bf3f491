// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import org.junit.jupiter.api.Nested;

/**
 * All contracts of methods that a CDI container must pass: its test is a subclass that names it.
 */
public abstract class MethodContracts {
  /** A container that is not open, for one contract. */
  protected abstract MethodRuntime runtime();

  @Nested
  class Calls extends MethodContract {
    Calls() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Attributes extends MethodAttributeContract {
    Attributes() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Stages extends MethodStageContract {
    Stages() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Streams extends MethodStreamContract {
    Streams() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Tasks extends MethodTaskContract {
    Tasks() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Bindings extends MethodBindingContract {
    Bindings() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Former extends MethodFormerContract {
    Former() {
      super(MethodContracts.this.runtime());
    }
  }

  @Nested
  class Load extends MethodLoadContract {
    Load() {
      super(MethodContracts.this.runtime());
    }
  }
}
