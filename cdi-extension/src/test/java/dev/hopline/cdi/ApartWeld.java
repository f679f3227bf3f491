// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.weld.bootstrap.api.CDI11Bootstrap;
import org.jboss.weld.bootstrap.api.ServiceRegistry;
import org.jboss.weld.bootstrap.spi.BeanDeploymentArchive;
import org.jboss.weld.bootstrap.spi.CDI11Deployment;
import org.jboss.weld.bootstrap.spi.Deployment;
import org.jboss.weld.bootstrap.spi.Metadata;
import org.jboss.weld.environment.deployment.WeldBeanDeploymentArchive;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.resources.spi.ResourceLoader;

/**
 * Weld as Payara has it: an extension is in a bean archive of its own, which all others see and
 * which sees none of them.
 */
final class ApartWeld extends Weld {
  /** A type that OpenWebBeans has, too, where this class cannot be loaded. */
  static SeContainerInitializer initializer() {
    return new ApartWeld();
  }

  @Override
  protected Deployment createDeployment(ResourceLoader resources, CDI11Bootstrap bootstrap) {
    return new Apart((CDI11Deployment) super.createDeployment(resources, bootstrap));
  }

  private static final class Apart implements CDI11Deployment {
    private final WeldBeanDeploymentArchive ofExtensions =
        new WeldBeanDeploymentArchive("extensions", List.of(), null, Set.of());

    private final CDI11Deployment usual;

    Apart(CDI11Deployment usual) {
      this.usual = usual;
      for (BeanDeploymentArchive archive : usual.getBeanDeploymentArchives()) {
        Set<WeldBeanDeploymentArchive> accessible = new HashSet<>(Set.of(ofExtensions));
        archive
            .getBeanDeploymentArchives()
            .forEach(other -> accessible.add((WeldBeanDeploymentArchive) other));
        ((WeldBeanDeploymentArchive) archive).setAccessibleBeanDeploymentArchives(accessible);
      }
    }

    /** Where no archive has the type, as of synthetic beans, it is among the extensions, too. */
    @Override
    public BeanDeploymentArchive loadBeanDeploymentArchive(Class<?> type) {
      BeanDeploymentArchive known = getBeanDeploymentArchive(type);
      return known == null || Extension.class.isAssignableFrom(type) ? ofExtensions : known;
    }

    @Override
    public BeanDeploymentArchive getBeanDeploymentArchive(Class<?> type) {
      return usual.getBeanDeploymentArchive(type);
    }

    @Override
    public Collection<BeanDeploymentArchive> getBeanDeploymentArchives() {
      return usual.getBeanDeploymentArchives();
    }

    @Override
    public ServiceRegistry getServices() {
      return usual.getServices();
    }

    @Override
    public Iterable<Metadata<Extension>> getExtensions() {
      return usual.getExtensions();
    }
  }
}
