using Amazon.IdentityManagement.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Roles;

/// <summary>IAM's refusals, in the words of the role commands.</summary>
internal static class RoleErrors
{
    /// <summary>Calls about a role, and turns the service's refusals into errors that name it.</summary>
    public static async Task<T> CallAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (NoSuchEntityException exception)
        {
            throw Fault.RoleNotFound(name, inner: exception);
        }
        catch (EntityAlreadyExistsException exception)
        {
            throw Fault.RoleExists(name, inner: exception);
        }
        catch (DeleteConflictException exception)
        {
            throw Fault.RoleInUse(name, exception.Message, inner: exception);
        }
    }
}
