using Amazon.CloudWatchLogs;
using Amazon.Glue;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.SecretsManager;

namespace LakeTools.Tests.Aws;

/// <summary>
/// Holds our clients to the official public names, which <c>official-operations.txt</c> lists (service, operation, members of its
/// request; from the services' API models of August 2026), so that the official packages can take their place.
/// </summary>
public sealed class ApiShapeTests
{
    private static readonly Dictionary<string, Type> s_clients = new()
    {
        ["LakeFormation"] = typeof(IAmazonLakeFormation),
        ["Glue"] = typeof(IAmazonGlue),
        ["SecretsManager"] = typeof(IAmazonSecretsManager),
        ["IdentityManagementService"] = typeof(IAmazonIdentityManagementService),
        ["CloudWatchLogs"] = typeof(IAmazonCloudWatchLogs),
    };

    public static TheoryData<string, string, string> Operations()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/LakeTools.Tests/Aws/official-operations.txt")))
        {
            var words = line.Split(' ');
            data.Add(words[0], words[1], words.Length > 2 ? words[2] : "");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void AnOperationHasItsOfficialNames(string service, string operation, string members)
    {
        var client = s_clients[service];
        var method = client.GetMethod(operation + "Async");
        Assert.NotNull(method);
        var parameters = method.GetParameters();
        Assert.Equal([operation + "Request", nameof(CancellationToken)], parameters.Select(parameter => parameter.ParameterType.Name));
        Assert.Equal(operation + "Response", method.ReturnType.GetGenericArguments()[0].Name);
        var request = parameters[0].ParameterType;
        foreach (var member in members.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var property = request.GetProperty(member);
            Assert.NotNull(property);
            Assert.False(property.PropertyType.IsValueType
                && Nullable.GetUnderlyingType(property.PropertyType) is null, $"{member} must be nullable, as in version 4 of the SDK.");
        }
    }
}
