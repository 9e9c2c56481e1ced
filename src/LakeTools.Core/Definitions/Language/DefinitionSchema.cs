using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
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
            "name": { "type": "string", "pattern": "^[\\p{L}\\p{Nd}._-]+$", "description": "The name of the history." },
            "account": { "type": "string", "description": "The account that the definition is for: 12 digits, in quotes." },
            "parameters": {
              "type": "object",
              "description": "Values that replace ${name}.",
              "additionalProperties": {
                "oneOf": [
                  { "$ref": "#/$defs/value" },
                  { "type": "array" },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "default": { "description": "A text, a list or a map." },
                      "allowed": { "type": "array", "items": { "$ref": "#/$defs/value" }, "description": "The values that it may have." },
                      "description": { "type": "string", "description": "What it is for." }
                    }
                  }
                ]
              }
            },
            "include": {
              "description": "Files that are merged with this one, and modules, each with its own values.",
              "oneOf": [
                { "type": "string" },
                { "$ref": "#/$defs/module" },
                { "type": "array", "items": { "oneOf": [{ "type": "string" }, { "$ref": "#/$defs/module" }] } }
              ]
            },
            "settings": {{Described("Settings of Lake Formation. What is not said stays.", SettingState.Facts.Schema())}},
            "administrators": { "$ref": "#/$defs/texts", "description": "Data lake administrators." },
            "readOnlyAdministrators": { "$ref": "#/$defs/texts", "description": "Read-only administrators." },
            "acceptShares": {
              "$ref": "#/$defs/texts",
              "description": "Accounts whose invitations to shares of Lake Formation are accepted: 12 digits, in quotes."
            },
            "locations": {
              "type": "array",
              "description": "Data locations that are registered with Lake Formation.",
              "items": {{Repeated(LocationState.Facts.Schema())}}
            },
            "tags": { "$ref": "#/$defs/condition", "description": "LF-Tags with their values." },
            "expressions": {
              "type": "object",
              "description": "Saved LF-Tag expressions.",
              "additionalProperties": {
                "oneOf": [
                  { "$ref": "#/$defs/condition" },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "tags": { "$ref": "#/$defs/condition", "description": "LF-Tags with their possible values." },
                      "description": { "type": "string", "description": "What it is for." }
                    },
                    "required": ["tags"]
                  }
                ]
              }
            },
            "databases": {
              "type": "object",
              "description": "Databases with their tables.",
              "additionalProperties": {{Repeated(DatabaseState.Facts.Schema())}}
            },
            {{Named()}}
            "grants": {
              "type": "array",
              "description": "What principals may do.",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "for": { "$ref": "#/$defs/for" },
                  "to": { "$ref": "#/$defs/texts", "description": "Principals: ARNs, role/name, accounts, or IAM_ALLOWED_PRINCIPALS." },
                  "on": { "$ref": "#/$defs/resource", "description": "What it is about." },
                  "allow": { "$ref": "#/$defs/permissions", "description": "Permissions." },
                  "unknown": {
                    "$ref": "#/$defs/texts",
                    "description": "Permissions of AWS that LakeTools does not know, as an export writes them; granted unchanged."
                  },
                  "grantable": {
                    "description": "Permissions that they may pass on.",
                    "oneOf": [{ "$ref": "#/$defs/permissions" }, { "$ref": "#/$defs/texts" }]
                  },
                  "condition": { "$ref": "#/$defs/principalCondition" }
                },
                "required": ["to", "on"],
                "anyOf": [{ "required": ["allow"] }, { "required": ["unknown"] }]
              }
            },
            "optIns": {
              "type": "array",
              "description": "Principals that are opted in to Lake Formation permissions in hybrid access mode.",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                  "for": { "$ref": "#/$defs/texts", "description": "Principals." },
                  "on": { "$ref": "#/$defs/resource", "description": "What it is about." },
                  "condition": { "$ref": "#/$defs/principalCondition" }
                },
                "required": ["for", "on"]
              }
            },
            "owns": {
              "type": "array",
              "description": "Resources that publishing can remove.",
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
                        "properties": {
                          "type": { "type": "string", "description": "A type of Hive or Iceberg, such as decimal(10,2)." },
                          "comment": { "type": "string", "description": "The description." }
                        },
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
                  "description": "true, the ID of a nested catalog, or the ID of the account that shares the resource."
                },
                "database": { "type": "string", "description": "A database." },
                "table": { "type": "string", "description": "* is all tables." },
                "columns": { "$ref": "#/$defs/texts", "description": "Columns of the table." },
                "excludedColumns": { "$ref": "#/$defs/texts", "description": "All columns of the table but these." },
                "filter": { "type": "string", "description": "A data filter of the table." },
                "location": { "type": "string", "description": "A location in S3, or the ARN of another registered location." },
                "tag": { "type": "string", "description": "The key of an LF-Tag." },
                "values": { "$ref": "#/$defs/texts", "description": "Values of that LF-Tag; * for all." },
                "tags": { "$ref": "#/$defs/condition", "description": "Resources with these LF-Tags: each key with one of its values." },
                "expression": { "type": "string", "description": "A saved LF-Tag expression; with kind, the resources that match it." },
                "kind": { "enum": ["table", "database", "Table", "Database"], "description": "The kind of resources: table or database." }
              }
            },
            "table": {{TableSchema()}},
            "filter": {{Repeated(DataFilterState.Facts.Schema())}}
          }
        }
        """)!.ToJsonString(s_readable) + "\n";

    // A table has columns, or is a resource link.
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

    // An entry that can expand to several.
    private static JsonObject Repeated(JsonObject schema)
    {
        schema["properties"]![DefinitionExpansion.For] = new JsonObject { ["$ref"] = "#/$defs/for" };
        return schema;
    }

    private static string Owned() =>
        """{ "for": { "$ref": "#/$defs/for" },"""
        + string.Join(',', DefinitionBinder.OwnedKeys.Select(key =>
            $$"""  "{{key}}": { "$ref": "#/$defs/value", "description": "{{OwnedBy(key)}}" } """)) + "}";

    private static string OwnedBy(string key) => key switch
    {
        "database" => "Databases of the catalog of the account, with everything in them and the grants on it: a name, with wildcards.",
        "tag" => "LF-Tags and the grants on them: a key, with wildcards.",
        "expression" => "Saved LF-Tag expressions, and the grants on them and with them: a name, with wildcards.",
        "principal" => "The grants of principals: an ARN or role/name, with wildcards.",
        "location" => "Registered locations at and below a location, and the grants on them: a location, with wildcards.",
        "administrators" => "true: the lists of administrators.",
        "everything" => "true: everything but the settings, accepted shares, roles, buckets and secrets.",
        _ => NamedKind.All.First(kind => kind.OwnedKey == key).Description + " A name, with wildcards.",
    };

    private static JsonObject Described(string description, JsonObject schema)
    {
        schema["description"] = description;
        return schema;
    }

    private static string Words(IEnumerable<string> words) => FactJson.WriteAscii(words);
}
