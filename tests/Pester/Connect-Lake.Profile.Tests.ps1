BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $saved = @{}
    # The machine's own AWS settings must not decide how these tests end.
    foreach ($name in @(Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object Name) + 'AWS_SHARED_CREDENTIALS_FILE') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        Set-Item "Env:$name" $null
    }

    Connect-Lake -Local (Join-Path $TestDrive lake)
    $server = Start-LakeServer -PassThru
    $secret = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password
    $key = @{ AccessKey = $server.AccessKey; SecretKey = $server.SecretKey; Region = 'us-east-1' }
    $lakeAdmin = 'arn:aws:sts::000000000000:assumed-role/LakeAdmin/LakeTools'
    $role = 'arn:aws:iam::000000000000:role/etl'
    $device = 'arn:aws:iam::000000000000:mfa/me'
    $answer = Join-Path $TestDrive answer.json
    "{ ""Version"": 1, ""AccessKeyId"": ""$($server.AccessKey)"", ""SecretAccessKey"": ""$secret"" }" | Set-Content $answer
    $print = if ($IsWindows) { "type $answer" } else { "cat $answer" }
    $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
    @"
[keys]
aws_access_key_id = $($server.AccessKey)
aws_secret_access_key = $secret
region = us-east-1
endpoint_url = $($server.Uri)

[role]
role_arn = $role
role_session_name = monday
external_id = partner
source_profile = keys
region = us-east-1
endpoint_url = $($server.Uri)

[twice]
role_arn = arn:aws:iam::000000000000:role/second
source_profile = role
region = us-east-1
endpoint_url = $($server.Uri)

[self]
aws_access_key_id = $($server.AccessKey)
aws_secret_access_key = $secret
role_arn = $role
source_profile = self
region = us-east-1
endpoint_url = $($server.Uri)

[mfa]
role_arn = $role
source_profile = keys
mfa_serial = $device
region = us-east-1
endpoint_url = $($server.Uri)

[process]
credential_process = $print
region = us-east-1
endpoint_url = $($server.Uri)

[broken]
credential_process = no-such-program-of-anyone
region = us-east-1
endpoint_url = $($server.Uri)

[sso]
sso_account_id = 111122223333
sso_role_name = Admin
sso_region = us-east-1
sso_start_url = https://example.invalid/start
region = us-east-1
endpoint_url = $($server.Uri)

[web]
role_arn = $role
web_identity_token_file = $answer
region = us-east-1
endpoint_url = $($server.Uri)

[empty]
region = us-east-1

[bare]
role_arn = $role
region = us-east-1

[lost]
role_arn = $role
source_profile = no-such-profile-of-anyone
region = us-east-1

[loop]
role_arn = $role
source_profile = pool
region = us-east-1

[pool]
role_arn = $role
source_profile = loop
region = us-east-1
"@ | Set-Content $env:AWS_SHARED_CREDENTIALS_FILE
}

AfterAll {
    Stop-LakeServer -Local $server.LocalPath
    Disconnect-Lake
    foreach ($name in $saved.Keys) { Set-Item "Env:$name" $saved[$name] }
}

Describe 'Connect-Lake with a profile' {
    It 'acts as <principal> with the profile <name>' -ForEach @(
        @{ name = 'keys'; principal = 'LakeAdmin/LakeTools' }
        @{ name = 'role'; principal = 'etl/monday' }
        @{ name = 'twice'; principal = 'second/LakeTools' }
        @{ name = 'self'; principal = 'etl/LakeTools' }
        @{ name = 'process'; principal = 'LakeAdmin/LakeTools' }
    ) {
        Connect-Lake $name
        (Test-LakeConnection).Principal | Should -Be "arn:aws:sts::000000000000:assumed-role/$principal"
    }

    It 'knows an administrator by a session of its role' {
        (Test-LakeConnection -Connection (Connect-Lake keys -PassThru -NoDefault)).IsAdministrator | Should -BeTrue
        (Test-LakeConnection -Connection (Connect-Lake role -PassThru -NoDefault)).IsAdministrator | Should -BeFalse
    }

    It 'assumes -RoleArn on top of the profile, in a session of the given name' {
        Connect-Lake keys -RoleArn $role -RoleSessionName tuesday
        Get-LakeConnection | Select-Object -ExpandProperty Principal | Should -Be $role
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }

    It 'names the role''s session as it is told' {
        Connect-Lake role -RoleSessionName tuesday
        (Test-LakeConnection).Principal | Should -Be 'arn:aws:sts::000000000000:assumed-role/etl/tuesday'
    }

    It 'refuses the profile <name> with <id>' -ForEach @(
        @{ name = 'empty'; id = 'ProfileUnusable' }
        @{ name = 'bare'; id = 'ProfileUnusable' }
        @{ name = 'loop'; id = 'ProfileUnusable' }
        @{ name = 'lost'; id = 'ProfileNotFound' }
        @{ name = 'no-such-profile-of-anyone'; id = 'ProfileNotFound' }
    ) {
        { Connect-Lake $name } | Should -Throw -ErrorId "LakeTools.$id,LakeTools.Cmdlets.Connection.ConnectLakeCommand"
    }

    It 'asks STS with a web identity''s token, unsigned; the embedded lake refuses one that nobody signed' {
        Connect-Lake web
        { Test-LakeConnection -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.InvalidRequest,LakeTools.Cmdlets.Connection.TestLakeConnectionCommand'
    }

    It 'names the profiles that there are' {
        $failure = { Connect-Lake no-such-profile-of-anyone } | Should -Throw -PassThru
        $failure.TargetObject | Should -Be 'no-such-profile-of-anyone'
        $failure.Exception.Message | Should -Match 'keys.*process'
    }

    It 'says at the first call that <why>' -ForEach @(
        @{ why = 'nobody has signed in'; name = 'sso'; id = 'SsoNotSignedIn' }
        @{ why = 'the credential_process fails'; name = 'broken'; id = 'CredentialProcessFailed' }
    ) {
        Connect-Lake $name
        { Test-LakeConnection -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,LakeTools.Cmdlets.Connection.TestLakeConnectionCommand"
    }
}

Describe 'Connect-Lake with MFA' {
    It 'signs in with a code to <what>' -ForEach @(
        @{ what = 'the profile''s role'; arguments = { @{ ProfileName = 'mfa' } } }
        @{ what = 'the profile''s role with another device'; arguments = { @{ ProfileName = 'role'; MfaSerial = $device } } }
        @{ what = 'a role'; arguments = { $key + @{ EndpointUrl = $server.Uri; RoleArn = $role; MfaSerial = $device } } }
    ) {
        $given = & $arguments
        Connect-Lake @given -MfaCode 123456
        (Get-LakeConnection).IsLocal | Should -BeFalse
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }

    It 'refuses <why>' -ForEach @(
        @{ why = 'a device without a role'; id = 'RoleNeeded'; arguments = { $key + @{ MfaSerial = $device; MfaCode = '123456' } } }
        @{ why = 'an external id without a role'; id = 'RoleNeeded'; arguments = { @{ ProfileName = 'keys'; ExternalId = 'partner' } } }
        @{ why = 'a code without a device'; id = 'MfaDeviceNeeded'; arguments = { $key + @{ RoleArn = $role; MfaCode = '123456' } } }
        @{ why = 'a code for a profile without a device'; id = 'MfaDeviceNeeded'; arguments = { @{ ProfileName = 'role'; MfaCode = '123456' } } }
    ) {
        $given = & $arguments
        { Connect-Lake @given } | Should -Throw -ErrorId "LakeTools.$id,LakeTools.Cmdlets.Connection.ConnectLakeCommand"
    }

    It 'refuses a code that is not six digits' {
        { Connect-Lake mfa -MfaCode 12345 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
    }
}

Describe 'What is set in the session' {
    BeforeAll { Disconnect-Lake }

    AfterEach { Remove-Item Env:AWS_PROFILE, Env:AWS_ENDPOINT_URL -ErrorAction Ignore }

    It 'AWS_PROFILE names the profile, and another one when it changes' {
        $env:AWS_PROFILE = 'role'
        (Test-LakeConnection).Principal | Should -Be 'arn:aws:sts::000000000000:assumed-role/etl/monday'
        $env:AWS_PROFILE = 'keys'
        (Test-LakeConnection).Principal | Should -Be $lakeAdmin
    }

    It 'AWS_PROFILE that names no profile is an error' {
        $env:AWS_PROFILE = 'no-such-profile-of-anyone'
        { Connect-Lake -Region us-east-1 } | Should -Throw -ErrorId 'LakeTools.ProfileNotFound,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
    }

    It '$StoredAWSCredentials is the name of a profile, and comes before AWS_PROFILE' {
        $StoredAWSCredentials = 'keys'
        $env:AWS_PROFILE = 'role'
        (Test-LakeConnection).Principal | Should -Be $lakeAdmin
        (Connect-Lake -PassThru -NoDefault).Name | Should -Be 'keys'
    }

    It 'a profile that is named comes before $StoredAWSCredentials' {
        $StoredAWSCredentials = 'keys'
        (Connect-Lake role -PassThru -NoDefault).Name | Should -Be 'role'
    }

    It 'refuses $StoredAWSCredentials that holds anything else' {
        $StoredAWSCredentials = 12
        { Connect-Lake -Region us-east-1 } | Should -Throw -ErrorId 'LakeTools.StoredCredentialsUnknown,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
    }
}

Describe 'Credentials of another copy of the AWS SDK, as AWS.Tools has one' {
    BeforeAll {
        $sdk = Get-ChildItem "$PSScriptRoot/../../out/LakeTools" -Recurse -Filter AWSSDK.Core.dll | Select-Object -First 1
        $assembly = [System.Reflection.Assembly]::LoadFrom($sdk.FullName)
        $other = [Activator]::CreateInstance($assembly.GetType('Amazon.Runtime.BasicAWSCredentials'), @($server.AccessKey, $secret))
        $place = @{ Region = 'us-east-1'; EndpointUrl = $server.Uri; PassThru = $true; NoDefault = $true }
    }

    It 'are taken by -Credential' {
        (Test-LakeConnection -Connection (Connect-Lake -Credential $other @place)).Principal | Should -Be $lakeAdmin
    }

    It 'are taken from the pipeline' {
        (Test-LakeConnection -Connection ($other | Connect-Lake @place)).Principal | Should -Be $lakeAdmin
    }

    It 'are taken from $StoredAWSCredentials, and show no secret' {
        $StoredAWSCredentials = $other
        $connection = Connect-Lake @place
        (Test-LakeConnection -Connection $connection).Principal | Should -Be $lakeAdmin
        ($connection | Format-List * | Out-String) + ($connection | ConvertTo-Json -Depth 3) | Should -Not -Match ([regex]::Escape($secret))
    }
}

Describe 'Endpoints of the environment' {
    BeforeDiscovery {
        $variables = @{
            Sts = 'STS'; LakeFormation = 'LAKEFORMATION'; Glue = 'GLUE'; SecretsManager = 'SECRETS_MANAGER'
            S3 = 'S3'; Iam = 'IAM'; Logs = 'CLOUDWATCH_LOGS'
        }
        $services = $variables.Keys | Sort-Object | ForEach-Object { @{ service = $_; variable = "AWS_ENDPOINT_URL_$($variables[$_])" } }
    }

    # Nothing listens on this port, so that only what the test places elsewhere answers.
    BeforeEach { $env:AWS_ENDPOINT_URL = 'http://127.0.0.1:9' }

    AfterEach { Get-ChildItem Env: | Where-Object Name -Like 'AWS_ENDPOINT_URL*' | ForEach-Object { Set-Item "Env:$($_.Name)" $null } }

    It '<variable> places <service>, and comes before AWS_ENDPOINT_URL' -ForEach $services {
        [Environment]::SetEnvironmentVariable('AWS_ENDPOINT_URL_STS', $server.Uri)
        [Environment]::SetEnvironmentVariable($variable, $server.Uri)
        Connect-Lake @key -MaxRetry 0
        $answering = (Test-LakeConnection).Service | Where-Object Reachable | ForEach-Object Service
        $answering | Should -Be @('Sts', $service | Select-Object -Unique)
    }

    It 'AWS_ENDPOINT_URL_EC2 places the service of VPC endpoints' {
        Connect-Lake @key -MaxRetry 0
        { Get-LakeVpcEndpoint -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ConnectionLost,*'
        $env:AWS_ENDPOINT_URL_EC2 = $server.Uri
        Connect-Lake @key -MaxRetry 0
        Get-LakeVpcEndpoint -ErrorAction Stop | Should -BeNullOrEmpty
    }

    It 'an empty variable is none' {
        $env:AWS_ENDPOINT_URL_GLUE = ''
        $env:AWS_ENDPOINT_URL = $server.Uri
        Connect-Lake @key
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }

    It 'a variable that is no address is an error' {
        $env:AWS_ENDPOINT_URL_STS = 'lake'
        Connect-Lake @key
        { Test-LakeConnection -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.EndpointInvalid,LakeTools.Cmdlets.Connection.TestLakeConnectionCommand'
    }

    It 'AWS_ENDPOINT_URL places every service' {
        $env:AWS_ENDPOINT_URL = $server.Uri
        Connect-Lake @key
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }

    It '-EndpointUrl comes before the variables' {
        Connect-Lake @key -EndpointUrl $server.Uri
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }

    It '-Endpoint comes before the variables, for its services' {
        Connect-Lake @key -MaxRetry 0 -Endpoint @{ Sts = $server.Uri; Glue = $server.Uri }
        (Test-LakeConnection).Service | Where-Object Reachable | ForEach-Object Service | Should -Be 'Sts', 'Glue'
    }

    It 'the variables come before the profile' {
        $env:AWS_ENDPOINT_URL_STS = $server.Uri
        Connect-Lake keys -MaxRetry 0
        (Test-LakeConnection).Service | Where-Object Reachable | ForEach-Object Service | Should -Be 'Sts'
    }

    It 'no variable leads out of an embedded lake' {
        Connect-Lake -Local (Join-Path $TestDrive lake)
        (Test-LakeConnection).Service.Reachable | Should -Not -Contain $false
    }
}
