using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the classes of structures, requests and answers.</summary>
/// <param name="code">The destination.</param>
/// <param name="service">The service.</param>
/// <param name="documentation">The service's documentation.</param>
internal sealed class ShapeWriter(CodeWriter code, Service service, Documentation documentation)
{
    /// <summary>Writes a member's property.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    /// <param name="member">The member.</param>
    /// <param name="documentation">The service's documentation.</param>
    public static void WriteProperty(CodeWriter code, Service service, MemberText member, Documentation documentation)
    {
        var type = service.TypeOf(member);
        var start = type.Item is null ? "" : " = AWSConfigs.InitializeCollections ? [] : null;";
        code.Summary(documentation.Member(member));
        code.Lines($"public {CSharpType.OfProperty(type)} {CSharpType.Property(member)} {{ get; set; }}{start}", "");
    }

    /// <summary>Writes a structure.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">Its members.</param>
    public void WriteStructure(string name, List<MemberText> members)
    {
        code.Summary($"{name} of {service.Title}, {documentation.UseOf(name)}.");
        string[] roles = (service.IsWritten(name), service.IsRead(name)) switch
        {
            (true, true) => ["IJsonInput", "IJsonOutput", "IJsonKeeper"],
            (true, false) => ["IJsonInput"],
            (false, true) => ["IJsonOutput", "IJsonKeeper"],
            _ => throw new FormatException($"No operation uses {name}."),
        };
        WriteClass(name, null, members, roles);
    }

    /// <summary>Writes the request and the answer of an operation.</summary>
    /// <param name="operation">The operation.</param>
    public void WriteOperation(OperationText operation)
    {
        code.Summary($"What {operation.Name} of {service.Title} takes.");
        WriteClass(operation.Name + "Request", service.Prefix + "Request", operation.Input, ["IJsonInput"]);
        code.Summary($"What {operation.Name} of {service.Title} returns{(operation.IsPaged ? ", page by page" : "")}.");
        WriteClass(operation.Name + "Response", "AmazonWebServiceResponse", operation.Answer, ["IJsonOutput"]);
    }

    private void WriteClass(string name, string? parent, List<MemberText> members, string[] roles)
    {
        var parents = (parent is null ? [] : (string[])[parent]).Concat(service.IsJson ? roles : []).ToList();
        var list = parents.Count == 0 ? "" : " : " + string.Join(", ", parents);
        code.Block($"public partial class {name}{list}", () =>
        {
            foreach (var member in members) WriteProperty(code, service, member, documentation);
            if (!service.IsJson) return;
            var keepsUnknown = roles.Contains("IJsonKeeper");
            if (keepsUnknown) code.Lines("Dictionary<string, JsonElement> IJsonKeeper.Unknown { get; set; }", "");
            if (roles.Contains("IJsonInput")) JsonWriter.WriteWriter(code, service, members, keepsUnknown);
            if (roles.Contains("IJsonOutput")) JsonWriter.WriteReader(code, service, members);
        });
    }
}
