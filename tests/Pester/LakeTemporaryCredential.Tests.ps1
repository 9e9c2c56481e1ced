BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $id = 'Cmdlets.Permissions.GetLakeTemporaryCredentialCommand'
    function PlainOf($secure) { [System.Net.NetworkCredential]::new('', $secure).Password }
}

AfterAll { Disconnect-Lake }

Describe 'Get-LakeTemporaryCredential' {
    BeforeEach {
        $folder = Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))
        $admin = Connect-Lake -Local $folder -PassThru
        New-LakeBucket sales-lake | Out-Null
        Set-Content (Join-Path $TestDrive one.csv) '1,a'
        foreach ($key in 'orders/day=1/a.csv', 'orders/day=2/a.csv', 'other/a.csv') { Send-LakeObject (Join-Path $TestDrive one.csv) "s3://sales-lake/$key" }
        New-GlueDatabase sales | Out-Null
        New-GlueTable sales orders -Column 'id:int', 'name:string' -PartitionKey 'day:string' -Location s3://sales-lake/orders/ -Format Csv | Out-Null
        New-GluePartition sales orders -Value 1 -Location s3://sales-lake/orders/day=1/ | Out-Null
        Register-LakeLocation s3://sales-lake/ -UseServiceLinkedRole
        Set-LakeSetting -AllowFullTableExternalDataAccess
        $analyst = Connect-Lake -Local $folder -As role/analyst -PassThru
    }

    It 'opens the table, and nothing else, for Connect-Lake' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        Get-LakeTemporaryCredential sales orders | Connect-Lake
        (Get-LakeConnection).LocalPath | Should -Be $folder
        (Get-LakeObject s3://sales-lake/orders/).Key | Should -Be 'orders/day=1/a.csv', 'orders/day=2/a.csv'
        Receive-LakeObject s3://sales-lake/orders/day=1/a.csv (Join-Path $TestDrive got.csv) -ErrorAction Stop
        { Get-LakeObject s3://sales-lake/other/ -ErrorAction Stop } | Should -Throw
        { Send-LakeObject (Join-Path $TestDrive one.csv) s3://sales-lake/orders/day=1/b.csv -ErrorAction Stop } | Should -Throw
        { Get-GlueTable sales orders -ErrorAction Stop } | Should -Throw
    }

    It 'refuses <parameter> beside the credentials, and connects to nothing' -ForEach @(
        @{ parameter = '-RoleArn'; with = @{ RoleArn = 'arn:aws:iam::000000000000:role/x' } }
        @{ parameter = 'an MFA device'; with = @{ RoleArn = 'arn:aws:iam::000000000000:role/x'; MfaSerial = 'arn:aws:iam::000000000000:mfa/x'; MfaCode = '123456' } }
        @{ parameter = '-RoleSessionName'; with = @{ RoleSessionName = 'monday' } }
        @{ parameter = '-ExternalId'; with = @{ ExternalId = 'partner' } }
        @{ parameter = '-EndpointUrl'; with = @{ EndpointUrl = 'http://127.0.0.1:9' } }
        @{ parameter = '-Endpoint'; with = @{ Endpoint = @{ S3 = 'http://127.0.0.1:9' } } }
        @{ parameter = 'another -Region'; with = @{ Region = 'eu-west-1' } }
    ) {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        { Get-LakeTemporaryCredential sales orders | Connect-Lake @with } |
            Should -Throw -ErrorId 'LakeTools.VendedCredentialExcess,LakeTools.Cmdlets.Connection.ConnectLakeCommand'
        Get-LakeConnection | Should -Be $analyst
        (Get-LakeTemporaryCredential sales orders | Connect-Lake -Region $admin.Region -MaxRetry 1 -PassThru).Region | Should -Be $admin.Region
    }

    It 'connects to the endpoints of <source>, also when it has changed' -ForEach @(
        @{ source = 'a profile'; connect = { Connect-Lake analyst -PassThru } }
        @{ source = 'a variable'; connect = { $env:AWS_ENDPOINT_URL = $server.Uri; Connect-Lake -AccessKey $server.AccessKey -SecretKey $server.SecretKey -Region us-east-1 -PassThru } }
    ) {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        $server = Start-LakeServer -As role/analyst -PassThru
        $saved = $env:AWS_CONFIG_FILE, $env:AWS_ENDPOINT_URL
        try {
            $env:AWS_ENDPOINT_URL = ''
            $env:AWS_CONFIG_FILE = Join-Path $TestDrive config
            "[profile analyst]`nregion = us-east-1`nendpoint_url = $($server.Uri)`naws_access_key_id = $($server.AccessKey)`naws_secret_access_key = $(PlainOf $server.SecretKey)" |
                Set-Content $env:AWS_CONFIG_FILE
            $credential = Get-LakeTemporaryCredential sales orders -Connection (& $connect) -ErrorAction Stop
            Clear-Content $env:AWS_CONFIG_FILE
            $env:AWS_ENDPOINT_URL = ''
            $data = $credential | Connect-Lake -MaxRetry 0 -PassThru
            $data.Region | Should -Be 'us-east-1'
            (Get-LakeObject s3://sales-lake/orders/ -Connection $data -ErrorAction Stop).Key | Should -Be 'orders/day=1/a.csv', 'orders/day=2/a.csv'
        }
        finally {
            $env:AWS_CONFIG_FILE, $env:AWS_ENDPOINT_URL = $saved
            Stop-LakeServer -Local $folder
        }
    }

    It 'writes with INSERT' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission INSERT -Connection $admin
        $data = Get-LakeTemporaryCredential sales orders -Permission INSERT | Connect-Lake -PassThru
        Send-LakeObject (Join-Path $TestDrive one.csv) s3://sales-lake/orders/day=1/b.csv -Connection $data -ErrorAction Stop
    }

    It 'opens one partition' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        $credential = Get-GluePartition sales orders | Get-LakeTemporaryCredential -DurationSeconds 900
        $credential.Path | Should -Be 's3://sales-lake/orders/day=1/'
        $data = $credential | Connect-Lake -PassThru
        Receive-LakeObject s3://sales-lake/orders/day=1/a.csv (Join-Path $TestDrive day.csv) -Connection $data -ErrorAction Stop
        { Receive-LakeObject s3://sales-lake/orders/day=2/a.csv (Join-Path $TestDrive day2.csv) -Connection $data -ErrorAction Stop } | Should -Throw
    }

    It 'opens a table or a path where the settings allow it' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        Set-LakeSetting -AllowFullTableExternalDataAccess:$false -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
        (Import-LakeData -DatabaseName sales -TableName orders).name | Should -Be 'a' # what LakeTools reads itself needs no setting
        { Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
        Set-LakeSetting -AllowFullTableExternalDataAccess -Connection $admin
        $credential = Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1
        $credential.Scope | Should -Be Read
        $credential.Path | Should -Be 's3://sales-lake/orders/day=1/'
        { Get-LakeTemporaryCredential -Path s3://sales-lake/orders/day=1 -Scope ReadWrite -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.AccessDenied,LakeTools.$id"
    }

    It 'shows no key' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        $credential = Get-LakeTemporaryCredential sales orders
        $credential.SecretKey | Should -BeOfType ([securestring])
        $secrets = (PlainOf $credential.SecretKey), (PlainOf $credential.SessionToken)
        $file = Join-Path $TestDrive credential.xml
        $credential | Export-Clixml $file
        $shown = "$credential", ($credential | Out-String), ($credential | Format-List * | Out-String), ($credential | ConvertTo-Json), ($credential | ConvertTo-Csv | Out-String), (Get-Content $file -Raw)
        foreach ($secret in $secrets) {
            $secret.Length | Should -BeGreaterThan 10
            $hex = [System.BitConverter]::ToString([System.Text.Encoding]::Unicode.GetBytes($secret)).Replace('-', '')
            foreach ($text in $shown) {
                $text.Contains($secret) | Should -BeFalse
                $text.ToUpperInvariant().Contains($hex) | Should -BeFalse
            }
        }
    }

    It 'refuses who may see some columns only' {
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -ColumnName id -Permission SELECT -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.CredentialsNeedWholeTable,LakeTools.$id"
    }

    It 'vends in a hybrid location to who is opted in' {
        Unregister-LakeLocation s3://sales-lake/ -Connection $admin -Confirm:$false
        Register-LakeLocation s3://sales-lake/ -UseServiceLinkedRole -HybridAccess -Connection $admin
        Grant-LakePermission -Principal role/analyst -DatabaseName sales -TableName orders -Permission SELECT -Connection $admin
        { Get-LakeTemporaryCredential sales orders -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.CredentialsNotVended,LakeTools.$id"
        New-LakeOptIn role/analyst -DatabaseName sales -TableName orders -Connection $admin | Out-Null
        (Get-LakeTemporaryCredential sales orders -ErrorAction Stop).Path | Should -Be 's3://sales-lake/orders/'
    }

    It 'refuses durations out of bounds and unknown permissions' {
        { Get-LakeTemporaryCredential sales orders -DurationSeconds 899 } | Should -Throw -ErrorId "ParameterArgumentValidationError,LakeTools.$id"
        { Get-LakeTemporaryCredential sales orders -Permission WRITE } | Should -Throw -ErrorId "ParameterArgumentValidationError,LakeTools.$id"
    }
}
