using System.Net;
using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.Glue;
using Amazon.IdentityManagement;
using Amazon.LakeFormation;
using Amazon.Runtime;
using Amazon.SecretsManager;

namespace LakeTools.Tests.Aws;

public sealed class ConstructorTests
{
    public static TheoryData<Type, Type, Type> Clients => new()
    {
        { typeof(AmazonLakeFormationClient), typeof(AmazonLakeFormationConfig), typeof(AmazonLakeFormationException) },
        { typeof(AmazonGlueClient), typeof(AmazonGlueConfig), typeof(AmazonGlueException) },
        { typeof(AmazonSecretsManagerClient), typeof(AmazonSecretsManagerConfig), typeof(AmazonSecretsManagerException) },
        { typeof(AmazonCloudWatchLogsClient), typeof(AmazonCloudWatchLogsConfig), typeof(AmazonCloudWatchLogsException) },
        {
            typeof(AmazonIdentityManagementServiceClient),
            typeof(AmazonIdentityManagementServiceConfig),
            typeof(AmazonIdentityManagementServiceException)
        },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_client_has_the_twelve_of_the_sdk(Type client, Type config, Type exception)
    {
        Assert.NotNull(exception);
        Type[] who = [typeof(AWSCredentials)];
        Type[] key = [typeof(string), typeof(string)];
        Type[] session = [typeof(string), typeof(string), typeof(string)];
        Type[][] where = [[], [typeof(RegionEndpoint)], [config]];
        var expected = new Type[][] { [], who, key, session }.SelectMany(first => where.Select(rest => Signature([.. first, .. rest])));

        Assert.Equal(expected.Order(), Signatures(client).Order());
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void An_exception_has_the_six_of_the_sdk(Type client, Type config, Type exception)
    {
        Assert.Equal(client.Assembly, config.Assembly);
        Type[] answer = [typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)];
        Type[][] expected =
        [
            [],
            [typeof(string)],
            [typeof(Exception)],
            [typeof(string), typeof(Exception)],
            [typeof(string), .. answer],
            [typeof(string), typeof(Exception), .. answer],
        ];
        var exceptions = exception.Assembly.GetExportedTypes().Where(exception.IsAssignableFrom).ToList();

        Assert.True(exceptions.Count > 5);
        Assert.All(exceptions, type => Assert.Equal(expected.Select(Signature).Order(), Signatures(type).Order()));
    }

    private static IEnumerable<string> Signatures(Type type) =>
        type.GetConstructors().Select(constructor => Signature([.. constructor.GetParameters().Select(p => p.ParameterType)]));

    private static string Signature(Type[] types) => string.Join(", ", types.Select(type => type.Name));
}
