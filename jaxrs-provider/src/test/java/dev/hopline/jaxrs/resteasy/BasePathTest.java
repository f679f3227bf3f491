// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URI;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BasePathTest {
  private final RuntimeDelegate before = RuntimeDelegate.getInstance();

  // Jersey is on the class path, too, and comes first.
  @BeforeEach
  void useResteasy() {
    RuntimeDelegate.setInstance(new ResteasyProviderFactoryImpl());
  }

  @AfterEach
  void leaveAsItWas() {
    RuntimeDelegate.setInstance(before);
  }

  @Test
  void requestAsItCame_hasThePathWhereTheApplicationIs() {
    assertThat(basePath("http://h/api/books/17?q=1", "/api")).isEqualTo("/api");
    assertThat(basePath("http://h/books/17", "")).isIn("", "/");
  }

  @Test
  void requestThatAFilterHasSentElsewhere_hasItsNewBase() {
    ResteasyUriInfo uri = new ResteasyUriInfo("http://h/api/books/17", "/api");

    uri.setUri(URI.create("http://h/other/"), URI.create("http://h/other/books/17"));

    assertThat(ResteasyHook.basePath(uri)).isEqualTo("/other/");
  }

  @Test
  void requestThatIsNoUri_hasABase() {
    assertThat(basePath("http://h/api/books/%zz", "/api")).isEqualTo("/api");
  }

  @Test
  void requestForNoHost_hasThePathWhereTheApplicationIs() {
    assertThat(basePath("http://a b/api/books/17", "/api")).isEqualTo("/api");
  }

  private static String basePath(String request, String context) {
    return ResteasyHook.basePath(new ResteasyUriInfo(request, context));
  }
}
