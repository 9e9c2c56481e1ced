using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the code by which a class writes itself as JSON and reads itself, so a call needs no reflection.</summary>
internal static class JsonWriter
{
    // The methods of LakeTools.Aws.Json.JsonInput and JsonOutput for each kind.
    private static readonly Dictionary<string, string> s_methods = new(StringComparer.Ordinal)
    {
        ["string"] = "Text",
        ["token"] = "Text",
        ["boolean"] = "Flag",
        ["integer"] = "Integer",
        ["long"] = "Long",
        ["double"] = "Number",
        ["timestamp"] = "Time",
        ["milliseconds"] = "Milliseconds",
        ["blob"] = "Bytes",
        ["json"] = "Value",
    };

    /// <summary>Writes the method that writes the members.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    /// <param name="members">The members.</param>
    /// <param name="keepsUnknown">True if members that were read and are not known are written too.</param>
    public static void WriteWriter(CodeWriter code, Service service, List<MemberText> members, bool keepsUnknown) =>
        code.Block("void IJsonInput.Write(Utf8JsonWriter writer)", () =>
        {
            foreach (var member in members)
            {
                var type = service.TypeOf(member);
                var value = CSharpType.Property(member);
                if (type.Name == "token") value += " ?? JsonInput.NewToken()";
                var item = type.Item is { } inner ? ", " + ItemWriter(inner) : "";
                code.Lines($"JsonInput.{Method(service, type)}(writer, \"{member.Name}\"u8, {value}{item});");
            }

            if (keepsUnknown) code.Lines("JsonInput.Unknown(writer, this);");
        });

    /// <summary>Writes the method that reads a member.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    /// <param name="members">The members.</param>
    public static void WriteReader(CodeWriter code, Service service, List<MemberText> members) =>
        code.Block("bool IJsonOutput.Read(ref Utf8JsonReader reader)", () =>
        {
            foreach (var member in members)
            {
                var type = service.TypeOf(member);
                code.Lines($"if (JsonOutput.Is(ref reader, \"{member.Name}\"u8))");
                code.Block("", () => code.Lines($"{CSharpType.Property(member)} = {Reading(service, type)};", "return true;"));
            }

            code.Lines("return false;");
        });

    private static string Method(Service service, TypeText type) =>
        type.Key is not null ? "Map"
        : type.Item is not null ? "List"
        : s_methods.TryGetValue(type.Name, out var method) ? method
        : service.Model.Enums.ContainsKey(type.Name) ? "Constant"
        : "Shape";

    private static string ItemWriter(TypeText type) =>
        type.Item is { } inner
        ? $"static (writer, item) => JsonInput.{(type.Key is null ? "List" : "Map")}Value(writer, item, {ItemWriter(inner)})"
        : $"JsonInput.{s_methods.GetValueOrDefault(type.Name, "Shape")}Value";

    private static string Reading(Service service, TypeText type) =>
        type.Item is { } item
        ? $"JsonOutput.{Method(service, type)}(ref reader, {ItemReader(service, item)})"
        : Method(service, type) switch
        {
            "Constant" => $"JsonOutput.Text(ref reader) is {{ }} value ? {type.Name}.FindValue(value) : null",
            "Shape" => $"JsonOutput.Shape(ref reader, new {type.Name}())",
            var method => $"JsonOutput.{method}(ref reader)",
        };

    private static string ItemReader(Service service, TypeText type)
    {
        // A type that is not nullable as an item is nullable as a member.
        var isValue = CSharpType.OfProperty(type).EndsWith('?');
        return $"static (ref Utf8JsonReader reader) => {Reading(service, type)}{(isValue ? " ?? default" : "")}";
    }
}
