BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $saved = @{}
    # The machine's own AWS settings must not decide how these tests end.
    foreach ($name in Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object Name) {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        Remove-Item "Env:$name"
    }

    # Two accounts of one lake behind a port, each with keys of its administrator.
    $accounts = foreach ($account in '111111111111', '222222222222') {
        $lake = Connect-Lake -Local (Join-Path $TestDrive lake) -AccountId $account -PassThru -NoDefault
        $null = New-GlueDatabase "of-$account" -Connection $lake
        $server = Start-LakeServer -Local $lake.LocalPath -As $lake.Principal -PassThru
        @{ Lake = $lake; Key = $server.AccessKey; Secret = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password; Uri = $server.Uri }
    }

    function Set-Account($Account) {
        $env:AWS_ACCESS_KEY_ID = $Account.Key
        $env:AWS_SECRET_ACCESS_KEY = $Account.Secret
    }
    function Get-Names { Get-GlueDatabase @args | ForEach-Object Name }
}

AfterAll {
    Stop-LakeServer
    foreach ($name in $saved.Keys) { Set-Item "Env:$name" $saved[$name] }
}

Describe 'Keys of the environment' {
    BeforeEach {
        Disconnect-Lake
        $env:AWS_REGION = 'us-east-1'
        $env:AWS_ENDPOINT_URL = $accounts[0].Uri
        Set-Account $accounts[0]
    }

    AfterEach { Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object { Remove-Item "Env:$($_.Name)" } }

    It 'stay those of a connection that Connect-Lake made, when the variables change' {
        $connection = Connect-Lake -PassThru
        Set-Account $accounts[1]
        $null = New-GlueDatabase made -Connection $connection
        $null = New-GlueDatabase by-default
        (Test-LakeConnection -Connection $connection).AccountId | Should -Be '111111111111'
        Get-Names -Connection $accounts[0].Lake | Should -Be 'by-default', 'made', 'of-111111111111'
        Get-Names -Connection $accounts[1].Lake | Should -Be 'of-222222222222'
        Remove-GlueDatabase made, by-default -Connection $accounts[0].Lake -Force
    }

    It 'decide a command without a connection as they are now' {
        Get-Names | Should -Be 'of-111111111111'
        Set-Account $accounts[1]
        Get-Names | Should -Be 'of-222222222222'
    }

    It 'are read again for a command without a connection when <variable> changes' -ForEach @(
        @{ variable = 'AWS_SECRET_ACCESS_KEY'; value = 'another'; id = 'CredentialsRefused' }
        @{ variable = 'AWS_SESSION_TOKEN'; value = 'another'; id = 'CredentialsRefused' }
        @{ variable = 'AWS_ENDPOINT_URL_GLUE'; value = 'http://127.0.0.1:9'; id = 'ConnectionLost' }
    ) {
        Get-Names | Should -Contain 'of-111111111111'
        $env:AWS_MAX_ATTEMPTS = '1'
        Set-Item "Env:$variable" $value
        { Get-GlueDatabase -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.$id,*"
    }
}

Describe 'The files of profiles' {
    BeforeAll {
        $homes = @{ HOME = $env:HOME; USERPROFILE = $env:USERPROFILE }
        $folder = Join-Path $TestDrive home
        $null = New-Item (Join-Path $folder .aws) -ItemType Directory
        $config = @"
[default]
region = eu-central-1

[profile etl]
role_arn = arn:aws:iam::111111111111:role/etl
source_profile = keys
region = us-east-1
endpoint_url = $($accounts[0].Uri)
"@
        $elsewhere = Join-Path $TestDrive elsewhere
        "[keys]`naws_access_key_id = $($accounts[0].Key)`naws_secret_access_key = $($accounts[0].Secret)" | Set-Content $elsewhere
        Disconnect-Lake
    }

    BeforeEach {
        $env:HOME = $env:USERPROFILE = $folder
        $env:AWS_SHARED_CREDENTIALS_FILE = $elsewhere
    }

    AfterEach {
        Get-ChildItem Env: | Where-Object Name -Like 'AWS_*' | ForEach-Object { Remove-Item "Env:$($_.Name)" }
        foreach ($name in $homes.Keys) { [Environment]::SetEnvironmentVariable($name, $homes[$name]) }
    }

    It 'are the config file of <place>, and the credentials file of AWS_SHARED_CREDENTIALS_FILE' -ForEach @(
        @{ place = 'the home folder'; file = { Join-Path $folder .aws config } }
        @{ place = 'AWS_CONFIG_FILE'; file = { $env:AWS_CONFIG_FILE = Join-Path $TestDrive other-config; $env:AWS_CONFIG_FILE } }
        @{ place = 'AWS_CONFIG_FILE below ~'; file = { $env:AWS_CONFIG_FILE = '~/my-config'; Join-Path $folder my-config } }
    ) {
        $path = & $file
        $config | Set-Content $path
        $connection = Connect-Lake etl -PassThru -NoDefault
        $connection.Region | Should -Be 'us-east-1'
        (Test-LakeConnection -Connection $connection).Principal | Should -Be 'arn:aws:sts::111111111111:assumed-role/etl/LakeTools'
        (Connect-Lake -AccessKey a -SecretKey b -PassThru -NoDefault).Region | Should -Be 'eu-central-1'
        Remove-Item $path
        { Connect-Lake etl } | Should -Throw -ErrorId 'LakeTools.ProfileNotFound,*'
    }

    It 'both have settings of a profile, and those of the credentials file win' {
        "[profile keys]`nregion = us-east-1`naws_secret_access_key = other`nendpoint_url = $($accounts[0].Uri)" | Set-Content (Join-Path $folder .aws config)
        $connection = Connect-Lake keys -PassThru -NoDefault
        (Test-LakeConnection -Connection $connection).AccountId | Should -Be '111111111111'
    }

    It 'are found as they are now by the completion of names' {
        $config | Set-Content (Join-Path $folder .aws config)
        $found = (TabExpansion2 'Connect-Lake -ProfileName ' -cursorColumn 26).CompletionMatches
        $found.CompletionText | Should -Be 'default', 'etl', 'keys'
    }

    It 'do not matter to a connection that was made, when its endpoint changes' {
        $config | Set-Content (Join-Path $folder .aws config)
        $connection = Connect-Lake etl -PassThru -NoDefault
        $env:AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
        (Test-LakeConnection -Connection $connection).Service.Reachable | Should -Not -Contain $false
    }

    It 'are read as botocore reads them: <what>' -ForEach @(
        @{ what = 'a comment behind a section'; text = "[profile t] # mine`nregion = eu-west-1" }
        @{ what = 'a colon'; text = "[profile t]`nregion: eu-west-1" }
        @{ what = 'tabs and blanks'; text = "[profile`tt]`n  region`t=`teu-west-1  " }
        @{ what = 'another case of a key'; text = "[profile t]`nRegion = eu-west-1" }
        @{ what = 'lines of comments'; text = "# one`n[profile t]`n; two`n  # three`nregion = eu-west-1" }
        @{ what = 'indented settings of another key'; text = "[profile t]`ns3 =`n  region = us-west-2`n`n  x = y`nregion = eu-west-1" }
        @{ what = 'the end of lines of Windows'; text = "[profile t]`r`nregion = eu-west-1`r`n" }
        @{ what = 'a name in double quotes'; text = "[profile ""two words""]`nregion = eu-west-1"; named = 'two words' }
        @{ what = 'a name in single quotes'; text = "[profile 'two words']`nregion = eu-west-1"; named = 'two words' }
        @{ what = 'the profile default'; text = "[default]`nregion = eu-west-1"; named = 'default' }
    ) {
        $text | Set-Content (Join-Path $folder .aws config) -NoNewline
        $env:AWS_PROFILE = $named ?? 't'
        (Connect-Lake -AccessKey a -SecretKey b -PassThru -NoDefault).Region | Should -Be 'eu-west-1'
    }

    It 'are an error that shows no value if they have <what>' -ForEach @(
        @{ what = 'a line without a key'; text = "[profile t]`nregion = eu-west-1`nsecret-line" }
        @{ what = 'a key twice'; text = "[profile t]`naws_secret_access_key = secret-line`naws_secret_access_key = secret-line" }
        @{ what = 'a section twice'; text = "[profile t]`nregion = eu-west-1`n[profile t]`noutput = json" }
        @{ what = 'a setting before a section'; text = "secret-line = x`n[profile t]" }
        @{ what = 'a section that does not end'; text = "[profile t`nregion = eu-west-1" }
        @{ what = 'a line of a services section without a key'; text = "[profile t]`nservices = s`n[services s]`nglue =`n  secret-line" }
    ) {
        $text | Set-Content (Join-Path $folder .aws config)
        $env:AWS_PROFILE = 't'
        foreach ($connect in { Connect-Lake t }, { Connect-Lake -AccessKey a -SecretKey b -Region us-east-1 }) {
            $failure = $connect | Should -Throw -PassThru -ErrorId 'LakeTools.ProfileFileInvalid,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
            $failure.TargetObject | Should -Be (Join-Path $folder .aws config)
            "$failure" | Should -Not -Match 'secret-line'
        }
    }

    It 'name a Region that exists' {
        "[profile t]`nregion = eu-wst-1`n[profile comment]`nregion = eu-west-1 # near`n[profile none]`nregion =" | Set-Content (Join-Path $folder .aws config)
        foreach ($wrong in 't', 'comment') {
            $env:AWS_PROFILE = $wrong
            { Connect-Lake -AccessKey a -SecretKey b } | Should -Throw -ErrorId 'LakeTools.UnknownRegion,*'
        }
        { Connect-Lake -AccessKey a -SecretKey b -Region eu-wst-1 } | Should -Throw -ErrorId 'LakeTools.UnknownRegion,*'
        (TabExpansion2 'Connect-Lake -Region eu-w' -cursorColumn 25).CompletionMatches.CompletionText | Should -Be 'eu-west-1', 'eu-west-2', 'eu-west-3'
        $env:AWS_PROFILE = 'none'
        $env:AWS_REGION = 'eu-west-2'
        (Connect-Lake -AccessKey a -SecretKey b -PassThru -NoDefault).Region | Should -Be 'eu-west-2'
    }
}
