# The service. The reference consumer has its own file, crm-consumer/Dockerfile.
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -Dmaven.test.skip=true -pl app -am package

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home --home-dir /var/lib/migrator migrator \
    && install -d -o migrator -g migrator -m 0700 /var/lib/migrator/data
WORKDIR /var/lib/migrator
COPY --from=build /src/app/target/app-1.0.0-SNAPSHOT-exec.jar /opt/migrator/app.jar
USER migrator
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/migrator/app.jar"]
CMD ["--server.address=0.0.0.0"]
