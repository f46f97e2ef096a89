package io.migrator.exporter.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** A YAML text as JSON, which remembers in which line each value stands. */
final class YamlDocument {

    private static final int MOST_CHARACTERS = 1 << 20;

    private final String name;
    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode json;

    private YamlDocument(String name, Node root) {
        this.name = name;
        this.json = convert(root, "");
    }

    /** @throws SourceFileException when it is not YAML, naming the line */
    static YamlDocument parse(String name, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            Node root = new Yaml(
                            new SafeConstructor(options),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            options)
                    .compose(new StringReader(text));
            if (root == null) {
                throw new SourceFileException(name + " is empty");
            }
            return new YamlDocument(name, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new SourceFileException(name + ":" + line + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw new SourceFileException(name + " is no YAML of this kind: " + e.getMessage());
        }
    }

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
                    throw new SourceFileException(place(pointer) + "a key has to be a word");
                }
                String key = keyNode.getValue();
                String place = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
                lines.put(place, entry.getKeyNode().getStartMark().getLine() + 1);
                if (object.has(key)) {
                    throw new SourceFileException(place(place) + "it is there twice");
                }
                object.set(key, convert(entry.getValueNode(), place));
            }
            return object;
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(convert(element, pointer + "/" + array.size()));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    /** A code such as 007 stays text, and so do the words that YAML 1.1 takes for truths, such as NO, which is a country. */
    private static JsonNode scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.NULL)) {
            return JsonNodeFactory.instance.nullNode();
        } else if (node.getTag().equals(Tag.INT) && node.getValue().matches("0|-?[1-9][0-9]{0,17}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(node.getValue()));
        } else if (!node.isPlain()) {
            return JsonNodeFactory.instance.textNode(node.getValue());
        } else if (node.getValue().equalsIgnoreCase("true") || node.getValue().equalsIgnoreCase("false")) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(node.getValue()));
        }
        return JsonNodeFactory.instance.textNode(node.getValue());
    }

    JsonNode json() {
        return json;
    }

    /** File, line and key of a value, for the beginning of a message. */
    String place(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        String key = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
        return name + ":" + lines.getOrDefault(known, 1) + ": " + key;
    }
}
