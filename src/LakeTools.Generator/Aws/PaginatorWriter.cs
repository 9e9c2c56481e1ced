using LakeTools.Models;

namespace LakeTools.Generator.Aws;

/// <summary>Writes the paginators of a service and what makes them.</summary>
internal static class PaginatorWriter
{
    private static readonly string[] s_tokens = ["NextToken", "nextToken", "Marker"];

    /// <summary>Writes them all.</summary>
    /// <param name="code">The destination.</param>
    /// <param name="service">The service.</param>
    public static void Write(CodeWriter code, Service service)
    {
        var paged = service.Model.Operations.Where(operation => operation.IsPaged).ToList();
        foreach (var operation in paged) WritePaginator(code, service, operation);
        code.Summary($"Makes what goes through the lists of {service.Title} page by page.");
        code.Block($"public interface I{service.PaginatorFactory}", () =>
        {
            foreach (var operation in paged)
            {
                code.Summary($"Makes what goes through the pages of {operation.Name}.");
                code.Parameter("request", "The request of the first page.");
                code.Lines("/// <returns>A paginator that can be enumerated once.</returns>");
                code.Lines($"I{operation.Name}Paginator {operation.Name}({operation.Name}Request request);", "");
            }
        });
        code.Block($"internal sealed class {service.PaginatorFactory}(I{service.Prefix} client) : I{service.PaginatorFactory}", () =>
        {
            foreach (var operation in paged)
            {
                code.Lines(
                    $"public I{operation.Name}Paginator {operation.Name}({operation.Name}Request request) =>",
                    $"    new {operation.Name}Paginator(client, request);",
                    "");
            }
        });
    }

    private static void WritePaginator(CodeWriter code, Service service, OperationText operation)
    {
        var (name, answer) = (operation.Name, operation.Name + "Response");
        code.Summary($"The pages of {name}.");
        code.Block($"public interface I{name}Paginator", () =>
        {
            code.Summary("The answers, one for each page.");
            code.Lines($"IPaginatedEnumerable<{answer}> Responses {{ get; }}", "");
            foreach (var member in Items(operation))
            {
                code.Summary($"The items <c>{member.Name}</c> of all pages.");
                code.Lines($"IPaginatedEnumerable<{Item(service, member)}> {CSharpType.Property(member)} {{ get; }}", "");
            }
        });

        var token = CSharpType.Property(Token(operation));
        code.Block($"internal sealed class {name}Paginator(I{service.Prefix} client, {name}Request request) : I{name}Paginator", () =>
        {
            code.Lines(
                $"private readonly TokenPaginator<{name}Request, {answer}> _pages = new(",
                $"    request, client.{name}Async, static (first, token) => first.{token} = token, static page => page.{token});",
                "",
                $"public IPaginatedEnumerable<{answer}> Responses => new PaginatedResponse<{answer}>(_pages);",
                "");
            foreach (var member in Items(operation))
            {
                var (item, property) = (Item(service, member), CSharpType.Property(member));
                code.Lines(
                    $"public IPaginatedEnumerable<{item}> {property} =>",
                    $"    new PaginatedResultKeyResponse<{answer}, {item}>(_pages, static page => page.{property} ?? []);",
                    "");
            }
        });
    }

    private static IEnumerable<MemberText> Items(OperationText operation) => operation.PageItems.Select(name =>
        operation.Answer.Find(member => member.Name == name) ?? throw new FormatException($"{operation.Name} does not answer {name}."));

    private static string Item(Service service, MemberText member) =>
        CSharpType.Of(service.TypeOf(member).Item ?? throw new FormatException($"{member.Name} is not a list."));

    private static string Token(OperationText operation) =>
        Array.Find(s_tokens, token => Has(operation.Input, token) && Has(operation.Answer, token))
        ?? throw new FormatException($"{operation.Name} has no token for pages.");

    private static bool Has(List<MemberText> members, string name) => members.Exists(member => member.Name == name);
}
