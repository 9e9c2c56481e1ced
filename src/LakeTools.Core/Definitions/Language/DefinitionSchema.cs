using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>The JSON Schema of definitions, for editors. The build writes it into the module.</summary>
internal static class DefinitionSchema
{
    private static readonly JsonSerializerOptions s_readable = new(ReadableJson.Options) { WriteIndented = true };

    /// <summary>The schema's text.</summary>
    public static string Write() => JsonNode.Parse($$"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "LakeTools definition",
          "description": "What a data lake on AWS should have.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "lake": { "const": 1, "description": "The version of the language." },
            "name": { "type": "string", "pattern": "^[\\p{L}\\p{Nd}._-]+$", "description": "The name under which the history is kept." },
            "account": { "type": "string", "description": "The account that the definition is for: 12 digits, in quotes." },
            "parameters": {
              "type": "object",
              "description": "Values that ${name} puts in.",
              "additionalProperties": {
                "oneOf": [
                  { "$ref": "#/$defs/value" },
                  { "type": "array" },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "default": { "description": "A text, a list or a map." },
                      "allowed": { "type": "array", "items": { "$ref": "#/$defs/value" } },
                      "description": { "type": "string" }
                    }
                  }
                ]
              }
            },
            "include": {
              "description": "Files that are put together with this one, and modules, each with values of its own.",
              "oneOf": [
                { "type": "string" },
                { "$ref": "#/$defs/module" },
                { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "$ref": "#/$defs/module" }] } }
              ]
            },
            "settings": {{SettingState.Facts.Schema()}},
            "administrators": { "$ref": "#/$defs/texts" },
            "readOnlyAdministrators": { "$ref": "#/$defs/texts" },
            "locations": { "type": "array", "items": {{Repeated(LocationState.Facts.Schema())}} },
            "tags": { "$ref": "#/$defs/condition", "description": "LF-tags with their values." },
            "expressions": {
              "type": "object",
              "additionalProperties": {
                "oneOf": [
                  { "$ref": "#/$defs/condition" },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": { "tags": { "$ref": "#/$defs/condition" }, "description": { "type": "string" } },
                    "required": ["tags"]
                  }
                ]
              }
            },
            "databases": {
              "type": "object",
              "additionalProperties": {{Repeated(DatabaseState.Facts.Schema())}}
            },
            {{Named()}}
            "grants": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "for": { "$ref": "#/$defs/for" },
                  "to": { "$ref": "#/$defs/texts" },
                  "on": { "$ref": "#/$defs/resource" },
                  "allow": { "$ref": "#/$defs/permissions" },
                  "unknown": {
                    "$ref": "#/$defs/texts",
                    "description": "Permissions of AWS that LakeTools does not know, as an export writes them; granted as they are."
                  },
                  "grantable": { "oneOf": [{ "$ref": "#/$defs/permissions" }, { "$ref": "#/$defs/texts" }] },
                  "condition": { "$ref": "#/$defs/principalCondition" }
                },
                "required": ["to", "on"],
                "anyOf": [{ "required": ["allow"] }, { "required": ["unknown"] }]
              }
            },
            "optIns": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "for": { "$ref": "#/$defs/texts" },
                  "on": { "$ref": "#/$defs/resource" },
                  "condition": { "$ref": "#/$defs/principalCondition" }
                },
                "required": ["for", "on"]
              }
            },
            "owns": {
              "type": "array",
              "description": "What the definition may take away.",
              "items": { "type": "object", "additionalProperties": false, "properties": {{Owned()}} }
            }
          },
          "required": ["lake", "name"],
          "$defs": {
            "reference": { "type": "string", "pattern": "^\\$\\{[^}]+\\}$", "description": "The value of a parameter, whatever it is." },
            "for": {
              "type": "object",
              "description": "Repeats the entry for each item of a list: ${table} is the item, ${table.name} a member of it.",
              "minProperties": 1,
              "maxProperties": 1,
              "additionalProperties": { "oneOf": [{ "type": "array" }, { "$ref": "#/$defs/reference" }] }
            },
            "module": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "file": { "type": "string", "description": "The module's file, which declares its own parameters." },
                "for": { "$ref": "#/$defs/for" },
                "with": {
                  "description": "Values of the module's parameters.",
                  "oneOf": [{ "type": "object" }, { "$ref": "#/$defs/reference" }]
                }
              },
              "required": ["file"]
            },
            "value": { "type": ["string", "number", "boolean"] },
            "texts": { "oneOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] },
            "map": { "type": "object", "additionalProperties": { "$ref": "#/$defs/value" } },
            "condition": { "type": "object", "additionalProperties": { "$ref": "#/$defs/texts" } },
            "principalCondition": {
              "type": "string",
              "maxLength": {{PrincipalCondition.LengthLimit}},
              "description": "A Cedar expression on the principal's tags: context.iam.principalTags.getTag(\"team\") == \"sales\"."
            },
            "defaultPermission": { "enum": {{Words(Enum.GetNames<Catalog.TableDefaultPermission>())}} },
            "permissions": {
              "oneOf": [{ "$ref": "#/$defs/permission" }, { "type": "array", "items": { "$ref": "#/$defs/permission" } }]
            },
            "permission": { "enum": {{Words(PermissionNames.All)}} },
            "columns": {
              "oneOf": [
                { "type": "array", "items": { "type": "string", "description": "name:type or name:type:comment" } },
                {
                  "type": "object",
                  "additionalProperties": {
                    "oneOf": [
                      { "type": "string" },
                      {
                        "type": "object",
                        "additionalProperties": false,
                        "properties": { "type": { "type": "string" }, "comment": { "type": "string" } },
                        "required": ["type"]
                      }
                    ]
                  }
                }
              ]
            },
            "resource": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "catalog": {
                  "type": ["boolean", "string"],
                  "description": "true: the account's catalog. An id such as 123456789012:lake: that catalog, or where the database lies."
                },
                "database": { "type": "string" },
                "table": { "type": "string", "description": "* is all tables." },
                "columns": { "$ref": "#/$defs/texts" },
                "excludedColumns": { "$ref": "#/$defs/texts" },
                "filter": { "type": "string" },
                "location": { "type": "string" },
                "tag": { "type": "string" },
                "values": { "$ref": "#/$defs/texts" },
                "tags": { "$ref": "#/$defs/condition" },
                "expression": { "type": "string" },
                "kind": { "enum": ["table", "database", "Table", "Database"] }
              }
            },
            "table": {{TableSchema()}},
            "filter": {{Repeated(DataFilterState.Facts.Schema())}}
          }
        }
        """)!.ToJsonString(s_readable) + "\n";

    // A table names its columns, or is a resource link.
    private static JsonObject TableSchema()
    {
        var schema = TableFacts.InDefinition.Schema();
        schema["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = schema["required"]!.DeepClone() },
            new JsonObject { ["required"] = new JsonArray("targetDatabase", "targetTable") });
        schema.Remove("required");
        return Repeated(schema);
    }

    private static string Named() => string.Concat(NamedKind.All.Select(kind => $$"""
        "{{kind.Key}}": {
          "type": "object",
          "description": "{{kind.Description}}",
          "additionalProperties": {{Repeated(kind.Facts.Schema())}}
        },
        """));

    // An entry that may stand for several.
    private static JsonObject Repeated(JsonObject schema)
    {
        schema["properties"]![DefinitionExpansion.For] = new JsonObject { ["$ref"] = "#/$defs/for" };
        return schema;
    }

    private static string Owned() =>
        """{ "for": { "$ref": "#/$defs/for" },"""
        + string.Join(',', DefinitionBinder.OwnedKeys.Select(key => $$"""  "{{key}}": { "$ref": "#/$defs/value" } """)) + "}";

    private static string Words(IEnumerable<string> words) => JsonSerializer.Serialize(words);
}
