package io.migrator.query;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Names where the entities and repositories of the query side are: the service's main class stands beside it, not above. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = QuerySideConfiguration.class)
@EnableJpaRepositories(basePackageClasses = QuerySideConfiguration.class)
class QuerySideConfiguration {}
