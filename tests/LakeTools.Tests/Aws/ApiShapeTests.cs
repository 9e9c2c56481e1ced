using Amazon.CloudWatchLogs;
using Amazon.Glue;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.SecretsManager;

namespace LakeTools.Tests.Aws;

/// <summary>
/// Holds the clients to what version 4 of the SDK has for every service, so that the official packages can take their place. Source: the
/// packages AWSSDK.SecurityToken and AWSSDK.SSO. Names of members come of the models, which tests/Peers holds against botocore's.
/// </summary>
public sealed class ApiShapeTests
{
    public static TheoryData<Type> Clients =>
    [
        typeof(IAmazonLakeFormation),
        typeof(IAmazonGlue),
        typeof(IAmazonSecretsManager),
        typeof(IAmazonIdentityManagementService),
        typeof(IAmazonCloudWatchLogs),
    ];

    public static TheoryData<string> PaginatorFactories =>
    [
        "Amazon.LakeFormation.Model.ILakeFormationPaginatorFactory",
        "Amazon.Glue.Model.IGluePaginatorFactory",
        "Amazon.SecretsManager.Model.ISecretsManagerPaginatorFactory",
        "Amazon.IdentityManagement.Model.IIdentityManagementPaginatorFactory",
        "Amazon.CloudWatchLogs.Model.ICloudWatchLogsPaginatorFactory",
    ];

    [Theory]
    [MemberData(nameof(Clients))]
    public void An_operation_takes_a_request_and_returns_a_response_of_its_name(Type client)
    {
        var methods = client.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(methods);
        foreach (var method in methods)
        {
            var operation = method.Name[..^"Async".Length];
            Assert.Equal(
                [operation + "Request", nameof(CancellationToken)],
                method.GetParameters().Select(parameter => parameter.ParameterType.Name));
            var response = Assert.Single(method.ReturnType.GetGenericArguments());
            Assert.Equal(operation + "Response", response.Name);
            Assert.True(typeof(AmazonWebServiceResponse).IsAssignableFrom(response));
        }
    }

    [Fact]
    public void A_member_can_be_left_out()
    {
        var properties = typeof(IAmazonGlue).Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.EndsWith(".Model", StringComparison.Ordinal)).SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite && property.DeclaringType!.Assembly == typeof(IAmazonGlue).Assembly).ToList();
        Assert.NotEmpty(properties);

        Assert.All(properties, property => Assert.True(
            CanBeNone(property.PropertyType),
            $"{property.DeclaringType}.{property.Name} must be nullable, as in version 4 of the SDK."));

        // A Document is a value, and one of its kinds is null.
        static bool CanBeNone(Type type) =>
            !type.IsValueType || type == typeof(Document) || Nullable.GetUnderlyingType(type) is not null;
    }

    [Theory]
    [MemberData(nameof(PaginatorFactories))]
    public void Paginators_are_made_by_the_official_name(string factory) =>
        Assert.NotNull(typeof(IAmazonGlue).Assembly.GetType(factory));

    [Theory]
    [InlineData("Amazon.Glue.WorkerType", "G025X", "G.025X")]
    [InlineData("Amazon.Glue.IcebergNullOrder", "NullsFirst", "nulls-first")]
    [InlineData("Amazon.SecretsManager.FilterNameStringType", "TagKey", "tag-key")]
    [InlineData("Amazon.LakeFormation.Permission", "CREATE_LF_TAG", "CREATE_LF_TAG")]
    public void A_constant_has_the_sdks_name(string type, string name, string value)
    {
        var constant = Assert.IsAssignableFrom<ConstantClass>(typeof(IAmazonGlue).Assembly.GetType(type)!.GetField(name)!.GetValue(null));
        Assert.Equal(value, constant.Value);
    }
}
