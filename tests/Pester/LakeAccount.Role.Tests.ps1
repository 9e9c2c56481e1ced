BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $saved = @{}
    foreach ($name in @(Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object Name) + 'AWS_SHARED_CREDENTIALS_FILE') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        Set-Item "Env:$name" $null
    }

    function Publish([string] $account, [string] $roles) {
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).yaml"
        "lake: 1`nname: roles`nroles:`n$roles" | Set-Content $file
        Connect-Lake -Local $folder -AccountId $account
        (Publish-LakeDefinition $file -Confirm:$false).Status | Should -Be Done
    }

    $folder = Join-Path $TestDrive lake
    $here, $there = '111111111111', '222222222222'
    $role = "arn:aws:iam::${there}:role/reader"
    Publish $there "  reader: { trust: { Version: '2012-10-17', Statement: { Effect: Allow, Principal: { AWS: '$here' }, Action: 'sts:AssumeRole', Condition: { StringEquals: { 'sts:ExternalId': partner } } } } }"
    $null = New-GlueDatabase sales
    Grant-LakePermission -Principal role/reader -Permission DESCRIBE -DatabaseName sales
    Publish $here "  etl: { trust: Glue, policies: { roles: { Version: '2012-10-17', Statement: { Effect: Allow, Action: 'sts:AssumeRole', Resource: '$role' } } } }"
    $server = Start-LakeServer -As role/etl -PassThru
    $stranger = Start-LakeServer -As role/stranger -PassThru
    $secret = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password
    $env:AWS_SHARED_CREDENTIALS_FILE = Join-Path $TestDrive credentials
    @"
[etl]
aws_access_key_id = $($server.AccessKey)
aws_secret_access_key = $secret
region = us-east-1
endpoint_url = $($server.Uri)

[reader]
role_arn = $role
source_profile = etl
external_id = partner
region = us-east-1
endpoint_url = $($server.Uri)
"@ | Set-Content $env:AWS_SHARED_CREDENTIALS_FILE
}

AfterAll {
    Stop-LakeServer -Local $server.LocalPath
    Disconnect-Lake
    foreach ($name in $saved.Keys) { Set-Item "Env:$name" $saved[$name] }
}

Describe 'A role of another account of an embedded lake' {
    It 'is assumed by way of <what>, and sees its own account''s catalog' -ForEach @(
        @{ what = 'a profile'; arguments = { @{ ProfileName = 'reader' } } }
        @{ what = 'a profile and -RoleArn'; arguments = { @{ ProfileName = 'etl'; RoleArn = $role; ExternalId = 'partner' } } }
        @{ what = 'keys and -RoleArn'; arguments = {
                @{ AccessKey = $server.AccessKey; SecretKey = $server.SecretKey; Region = 'us-east-1'; EndpointUrl = $server.Uri; RoleArn = $role; ExternalId = 'partner' } } }
    ) {
        $arguments = & $arguments
        Connect-Lake @arguments
        $test = Test-LakeConnection
        $test.AccountId | Should -Be $there
        $test.Principal | Should -Match ":${there}:(role|assumed-role)/reader"
        (Get-GlueDatabase).Name | Should -Be sales
    }

    It 'is refused to <who>' -ForEach @(
        @{ who = 'who has no external id'; arguments = { @{ ProfileName = 'etl'; RoleArn = $role } } }
        @{ who = 'who has no policy that allows it'; arguments = {
                @{ AccessKey = $stranger.AccessKey; SecretKey = $stranger.SecretKey; Region = 'us-east-1'; EndpointUrl = $server.Uri; RoleArn = $role; ExternalId = 'partner' } } }
        @{ who = 'anybody where nobody made the role'; arguments = { @{ ProfileName = 'etl'; RoleArn = "$role-2"; ExternalId = 'partner' } } }
    ) {
        $arguments = & $arguments
        Connect-Lake @arguments
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.AccessDenied,*'
    }
}
